/**
 * A form whose sheets stand one below the other, as forum posts and test cases show them in Markdown, and as CSV files must: a row with a word in its first cell
 * begins a sheet of that name, the rows below with an empty first cell are its rows.
 */
import { columnLetter, type Workbook, type WorkbookSheet } from '../../engines/xlsform/index.ts'

const cellsOf = (line: string): string[] => {
  const cells = line
    .trim()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))
  return cells.at(-1) === '' ? cells.slice(0, -1) : cells
}

/** The line of dashes that Markdown puts below headers. */
const isRule = (line: string) => /^[\s|:-]*-[\s|:-]*$/.test(line)

export const readMarkdown = (text: string): Workbook =>
  sheetsOneBelowTheOther(
    text
      .split(/\r?\n/)
      .filter((line) => line.trim().startsWith('|') && !isRule(line))
      .map(cellsOf),
  )

export function sheetsOneBelowTheOther(rows: readonly string[][]): Workbook {
  const sheets: WorkbookSheet[] = []
  for (const [first = '', ...rest] of rows) {
    if (first !== '') {
      const sheet: WorkbookSheet = { name: first, rows: [] }
      sheets.push(sheet)
      // Some write the headers on the line of the sheet's name.
      const headers = rest[0] === '' ? rest.slice(1) : rest
      if (headers.some((header) => header !== '')) addRow(sheet, headers)
      continue
    }
    const sheet = sheets.at(-1)
    if (sheet) addRow(sheet, rest)
  }
  return { sheets }
}

function addRow(sheet: WorkbookSheet, cells: readonly string[]): void {
  sheet.rows.push({ row: sheet.rows.length + 1, cells: Object.fromEntries(cells.map((cell, at) => [columnLetter(at), cell])) })
}
