/**
 * Which sheet is which, and its rows by column. Names are compared without regard to case and outer blanks; a sheet that is almost called `choices` is named
 * in the finding when `choices` is missed. Blank rows before the header are passed over; a column without a header is nobody's.
 */
import type { SheetKind } from './columnNames.ts'
import type { Findings } from './findings.ts'
import { type Header, readHeader } from './headers.ts'
import { letterDistance } from './nearest.ts'
import { byColumn, cellText, type Workbook, type WorkbookSheet } from './workbook.ts'

/** `letter` is the column of the spreadsheet, `header` the author's own word for it. */
export type Column = { letter: string; header: string; meaning: Header }

export type SheetRow = { row: number; values: Map<string, string> }

export type ReadSheet = { name: string; headerRow: number; columns: Column[]; rows: SheetRow[] }

export const sheetNames = ['survey', 'choices', 'settings', 'external_choices', 'entities', 'osm'] as const
export type SheetName = (typeof sheetNames)[number]

const folded = (name: string) => name.trim().toLowerCase()

export function findSheet(workbook: Workbook, name: SheetName): WorkbookSheet | undefined {
  return workbook.sheets.find((sheet) => folded(sheet.name) === name)
}

/** Sheets that were perhaps meant: one or two letters away. A leading underscore says "this is not it". */
export function similarSheets(workbook: Workbook, name: SheetName): string[] {
  return workbook.sheets
    .map((sheet) => sheet.name)
    .filter((other) => !other.trim().startsWith('_') && folded(other) !== name && !(sheetNames as readonly string[]).includes(folded(other)))
    .filter((other) => letterDistance(folded(other), name) <= 2)
}

const isFilled = (sheet: WorkbookSheet['rows'][number]) => Object.values(sheet.cells).some((cell) => cellText(cell) !== '')

/** A sheet that is missing although one of almost its name is there: said, so that nobody wonders where the lists went. */
export function warnOfSimilar(workbook: Workbook, name: SheetName, findings: Findings): void {
  if (findSheet(workbook, name)) return
  for (const similar of similarSheets(workbook, name)) {
    const repair = { code: 'xlsform.repair.sheet', facts: { from: similar, to: name }, changes: [{ kind: 'sheet' as const, from: similar, to: name }] }
    findings.warn('xlsform.sheet-near', { sheet: similar }, { sheet: similar, meant: name }, repair)
  }
}

export function readSheet(sheet: WorkbookSheet, kind: SheetKind, findings: Findings): ReadSheet {
  const filled = sheet.rows.filter(isFilled)
  const header = filled[0]
  if (!header) return { name: sheet.name, headerRow: 1, columns: [], rows: [] }
  const columns = Object.keys(header.cells)
    .sort(byColumn)
    .map((letter): Column => {
      const text = cellText(header.cells[letter])
      return { letter, header: text, meaning: text === '' ? { kind: 'unknown' } : readHeader(text, kind) }
    })
    .filter((column) => column.header !== '')
  refuseTwins(sheet.name, columns, filled, findings)
  const rows = nearRows(sheet.name, filled, findings).map(({ row, cells }): SheetRow => {
    const values = new Map<string, string>()
    for (const { letter } of columns) {
      const text = cellText(cells[letter])
      if (text !== '') values.set(letter, text)
    }
    return { row, values }
  })
  return { name: sheet.name, headerRow: header.row, columns, rows: rows.filter(({ values }) => values.size > 0) }
}

/** After so many blank rows the sheet is over: what stands far below is somebody's scratch pad. */
const longestGap = 60

function nearRows(sheet: string, filled: WorkbookSheet['rows'], findings: Findings): WorkbookSheet['rows'] {
  const end = filled.findIndex(({ row }, at) => at > 0 && row - filled[at - 1]!.row > longestGap)
  if (end < 0) return filled.slice(1)
  findings.warn('xlsform.rows-far-below', { sheet, row: filled[end]!.row }, { gap: longestGap })
  return filled.slice(1, end)
}

const meaningKey = ({ meaning, header }: Column) => (meaning.kind === 'unknown' ? `unknown ${header.toLowerCase()}` : JSON.stringify(meaning))

/** Two columns of one meaning: nobody can tell which of the two cells is meant. A second one that says nothing new can be left out. */
function refuseTwins(sheet: string, columns: readonly Column[], [header, ...rows]: WorkbookSheet['rows'], findings: Findings): void {
  const first = new Map<string, Column>()
  for (const column of columns) {
    const key = meaningKey(column)
    const known = first.get(key)
    if (!known) first.set(key, column)
    else if (column.meaning.kind !== 'unknown' || known.header === column.header) {
      const saysNothingNew = rows.every(({ cells }) => ['', cellText(cells[known.letter])].includes(cellText(cells[column.letter])))
      // One that says something else stays in the workbook, under a name that the form does not read.
      const to = saysNothingNew ? '' : `${column.header.replace(/[^\p{L}\p{N}]+/gu, '_')}_${column.letter}`
      const change = { kind: 'cell' as const, sheet, row: header!.row, column: column.letter, from: column.header, to }
      const code = saysNothingNew ? 'xlsform.repair.delete-column' : 'xlsform.repair.set-column-aside'
      const repair = { code, facts: { header: column.header, to }, changes: [change] }
      const facts = { first: known.header, second: column.header, letter: column.letter }
      findings.refuse('xlsform.column-twice', { sheet, row: header!.row, column: column.header }, facts, repair)
    }
  }
}
