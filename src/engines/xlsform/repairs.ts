/**
 * Carries out the repairs that a person accepted, on a copy of the workbook. Where two repairs touch one cell the first is done; the next compilation offers the
 * other anew.
 */
import type { CellChange, Change, Finding, RowInsertion } from './findings.ts'
import { byColumn, cellText, columnLetter, type Workbook, type WorkbookSheet } from './workbook.ts'

export function applyRepairs(workbook: Workbook, findings: readonly Finding[]): Workbook {
  const changes = findings.flatMap(({ repair }) => repair?.changes ?? [])
  const copy: Workbook = {
    sheets: workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ row, cells }) => ({ row, cells: { ...cells } })) })),
  }
  const sheetOf = (name: string) => copy.sheets.find((sheet) => sheet.name === name)
  const done = new Set<string>()
  for (const change of changes) {
    // Many findings may ask for one and the same change (allow twins): it is made once.
    const key = JSON.stringify(change)
    if (done.has(key)) continue
    done.add(key)
    if (change.kind === 'cell') changeCell(sheetOf(change.sheet), change)
    else if (change.kind === 'column') addColumn(sheetOf(change.sheet), change)
    else if (change.kind === 'sheet') {
      const sheet = sheetOf(change.from)
      if (sheet) sheet.name = change.to
    } else if (change.kind === 'new-sheet')
      copy.sheets.push({ name: change.name, rows: change.rows.map((cells, at) => ({ row: at + 1, cells: { ...cells } })) })
  }
  // From the bottom up, so that a row's number is still its own when its turn comes. Of two ends at one place the inner comes first.
  const insertions = changes.filter((change): change is RowInsertion => change.kind === 'row')
  for (const insertion of insertions.toSorted((a, b) => b.before - a.before)) insertRow(sheetOf(insertion.sheet), insertion)
  return copy
}

function changeCell(sheet: WorkbookSheet | undefined, { row, column, from, to }: CellChange): void {
  const cells = sheet?.rows.find((known) => known.row === row)?.cells
  if (cells && cellText(cells[column]) === from) cells[column] = to
}

function addColumn(sheet: WorkbookSheet | undefined, { header, row, value }: Extract<Change, { kind: 'column' }>): void {
  const first = sheet?.rows.find(({ cells }) => Object.values(cells).some((cell) => cellText(cell) !== ''))
  const target = sheet?.rows.find((known) => known.row === row)
  if (!sheet || !first || !target) return
  const used = sheet.rows.flatMap(({ cells }) => Object.keys(cells)).toSorted(byColumn)
  const last = used.at(-1)
  const letter = last === undefined ? 'A' : after(last)
  first.cells[letter] = header
  target.cells[letter] = value
}

/** The column after this one. */
function after(letter: string): string {
  const index = [...letter].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0)
  return columnLetter(index)
}

function insertRow(sheet: WorkbookSheet | undefined, { before, cells }: RowInsertion): void {
  if (!sheet) return
  for (const known of sheet.rows) if (known.row >= before) known.row += 1
  sheet.rows.push({ row: before, cells: { ...cells } })
  sheet.rows.sort((a, b) => a.row - b.row)
}
