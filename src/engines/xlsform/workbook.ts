/**
 * A form as its author wrote it: sheets of cells, as a spreadsheet shows them. Readers of files (XLSX, XLS, CSV, Markdown) make this shape; the compiler
 * knows no file. Cells stand under their column letter, the header row is a row like any other, so that every finding can name a cell.
 */
export type Cell = string | number | boolean | null

export type WorkbookRow = { row: number; cells: Record<string, Cell> }

export type WorkbookSheet = { name: string; rows: WorkbookRow[] }

export type Workbook = { sheets: WorkbookSheet[] }

/** What needs a second look; most cells do not. */
const unusual = /[\u00a0\u2007\u200b\u2018-\u201d\u202f\u2060\ufeff]| {2}/

/**
 * What a cell says. Excel's `1.0` is 1; blanks that cannot be seen (no-break, zero width) are ordinary blanks or nothing; curved quotation marks, which Word and
 * Excel put in by themselves, are straight, as expressions need them.
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return String(cell)
  if (!unusual.test(cell)) return cell.trim()
  return cell
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/ {2,}/g, ' ')
    .trim()
}

const letterCodes = 26

/** Column letters as in a spreadsheet: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % letterCodes))
  return index < letterCodes ? last : columnLetter(Math.floor(index / letterCodes) - 1) + last
}

/** A before B, Z before AA. */
export const byColumn = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
