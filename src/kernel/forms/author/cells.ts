/** Reading and changing cells of a workbook by the words of its header row, as its author would: pure, and never in place. */
import type { Cell, Workbook, WorkbookRow, WorkbookSheet } from '../../../engines/xlsform/index.ts'
import { columnLetter } from '../../../engines/xlsform/index.ts'

const said = (cell: Cell | undefined): string => String(cell ?? '').trim()

export const sheetNamed = ({ sheets }: Workbook, name: string): WorkbookSheet | undefined => sheets.find((sheet) => sheet.name.trim().toLowerCase() === name)

/** The first row that says anything. */
export const headerOf = (sheet: WorkbookSheet): WorkbookRow | undefined =>
  sheet.rows.find(({ cells }) => Object.values(cells).some((cell) => said(cell) !== ''))

/** Column letters by the header's words, in the order of the sheet. */
export function columnsOf(sheet: WorkbookSheet): { letter: string; header: string }[] {
  const header = headerOf(sheet)
  return Object.entries(header?.cells ?? {}).flatMap(([letter, cell]) => (said(cell) === '' ? [] : [{ letter, header: said(cell) }]))
}

export const dataRows = (sheet: WorkbookSheet): WorkbookRow[] => sheet.rows.filter((row) => row !== headerOf(sheet))

export const textAt = (row: WorkbookRow, letter: string | undefined): string => (letter ? said(row.cells[letter]) : '')

const numberOf = (letter: string) => [...letter].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0)

/** The first letter after the last column in use. */
export function freeColumn(sheet: WorkbookSheet): string {
  const used = sheet.rows.flatMap(({ cells }) => Object.keys(cells)).map(numberOf)
  return columnLetter(Math.max(0, ...used))
}

export function withCell(workbook: Workbook, place: { sheet: string; row: number; letter: string }, value: string): Workbook {
  const set = (sheet: WorkbookSheet): WorkbookSheet => {
    const known = sheet.rows.some(({ row }) => row === place.row)
    const rows = known ? sheet.rows : [...sheet.rows, { row: place.row, cells: {} }].sort((a, b) => a.row - b.row)
    return { ...sheet, rows: rows.map((row) => (row.row === place.row ? { ...row, cells: { ...row.cells, [place.letter]: value } } : row)) }
  }
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === place.sheet ? set(sheet) : sheet)) }
}

/** Gives a setting of the form a value: in its column, in a new column, or on a new sheet. */
export function withSetting(workbook: Workbook, name: string, value: string): Workbook {
  const sheet = sheetNamed(workbook, 'settings')
  if (!sheet || !headerOf(sheet)) {
    const others = workbook.sheets.filter((each) => each !== sheet)
    return {
      ...workbook,
      sheets: [
        ...others,
        {
          name: 'settings',
          rows: [
            { row: 1, cells: { A: name } },
            { row: 2, cells: { A: value } },
          ],
        },
      ],
    }
  }
  const header = headerOf(sheet)!
  const known = columnsOf(sheet).find((column) => column.header.toLowerCase() === name)
  const letter = known?.letter ?? freeColumn(sheet)
  const row = dataRows(sheet)[0]?.row ?? header.row + 1
  const titled = known ? workbook : withCell(workbook, { sheet: sheet.name, row: header.row, letter }, name)
  return withCell(titled, { sheet: sheet.name, row, letter }, value)
}
