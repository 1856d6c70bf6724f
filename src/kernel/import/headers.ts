/**
 * Where the table of a sheet begins: titles above it are passed over, one, two or three header rows are found, and the HXL row. The officer sees the
 * choice and can name other lines; nothing after this depends on a guess that he cannot change.
 */
import type { Block } from './cellPlace.ts'
import { isHxlRow } from './hxl.ts'
import type { RawTable } from './rawTable.ts'
import type { Cell, Row } from './table.ts'

const searched = 60
const compared = 50

/** Positions in `table.rows`, not lines. */
export type HeaderRows = { rows: number[]; hxl: number | null; firstData: number }

export function findHeader(table: RawTable, chosenLines?: number[]): HeaderRows {
  const rows = table.rows.slice(0, searched + compared)
  if (chosenLines) return chosen(table, chosenLines)
  const found = rows.slice(0, searched).findIndex(isHxlRow)
  if (found >= 0) {
    const above = found === 0 ? [] : [...extendedUp(table, found - 1, true), found - 1]
    return { rows: above, hxl: found, firstData: found + 1 }
  }
  const header = firstHeaderLike(rows)
  if (header === null) return { rows: [], hxl: null, firstData: 0 }
  const below = extendedDown(table, header)
  const all = [...extendedUp(table, header, below.length > 0), header, ...below]
  return { rows: all, hxl: null, firstData: all.at(-1)! + 1 }
}

function chosen(table: RawTable, lines: number[]): HeaderRows {
  const rows = table.rows.flatMap((row, at) => (lines.includes(row.line) ? [at] : []))
  const next = rows.length === 0 ? 0 : rows.at(-1)! + 1
  const hxl = table.rows[next] && isHxlRow(table.rows[next]) ? next : null
  return { rows, hxl, firstData: hxl === null ? next : next + 1 }
}

/** The first row of names that is about as wide as what follows it. A row of figures met before means that the table has no header. */
function firstHeaderLike(rows: Row[]): number | null {
  for (let at = 0; at < Math.min(rows.length, searched); at++) {
    const { cells } = rows[at]!
    const filled = cells.filter((cell) => cell !== null)
    const width = usualWidth(rows.slice(at + 1, at + 1 + compared))
    if (filled.length < Math.max(Math.min(2, width), Math.ceil(width / 2))) continue
    const names = filled.filter(isName).length
    if (names / filled.length >= 0.8 || namesThenYears(filled)) return at
    return null
  }
  return null
}

/** Columns filled in at least a fifth of the rows, so that a note beside the table does not count as part of it. */
function usualWidth(rows: Row[]): number {
  const counts: number[] = []
  for (const { cells } of rows) {
    for (let at = 0; at < cells.length; at++) if (cells[at] !== null) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts.filter((count) => count * 5 >= rows.length).length
}

const looksNumeric = (text: string) => /\d/.test(text) && /^[-+−(]?[\d\s.,'’%()]+$/.test(text.trim())
const looksDate = (text: string) => /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text)
const isName = (cell: Cell) => typeof cell === 'string' && !looksNumeric(cell) && !looksDate(cell)
const isFigure = (cell: Cell) => typeof cell === 'number' || (typeof cell === 'string' && (looksNumeric(cell) || looksDate(cell)))

/** `Province, 2019, 2020, 2021`: years as names of columns. */
function namesThenYears(filled: Cell[]): boolean {
  const [first, ...others] = filled
  return isName(first!) && others.length > 1 && others.every((cell) => isName(cell) || (Number(cell) >= 1900 && Number(cell) <= 2100))
}

/** Group names above the header (`Total` over `Male`, `Female`), and a second language. Titles and legends above are not part of it. */
function extendedUp(table: RawTable, bottom: number, sure: boolean): number[] {
  const taken: number[] = []
  for (let at = bottom - 1; at >= 0 && taken.length < 3; at--) {
    const row = table.rows[at]!
    const below = table.rows[at + 1]!
    const filled = row.cells.filter((cell) => cell !== null)
    const width = below.cells.filter((cell) => cell !== null).length
    const adjacent = row.line === below.line - 1
    if (!adjacent || !filled.every(isName) || filled.length < 2) break
    const full = filled.length * 2 >= width
    const groups = table.merges ? hasGroups(table.merges, row.line, width) : sure || repeatsNames(below)
    if (!groups && !(full && (sure || repeatsNames(below)))) break
    taken.unshift(at)
  }
  return taken
}

const repeatsNames = (row: Row) => {
  const names = row.cells.filter((cell) => cell !== null)
  return new Set(names).size < names.length
}

/** A merged cell over part of the width; one over nearly all of it is a title. */
const hasGroups = (merges: Block[], line: number, width: number) =>
  merges.some(({ top, left, bottom, right }) => top <= line && line <= bottom && (right > left ? right - left + 1 < Math.max(3, width * 0.8) : bottom > top))

/** A second header row under the first: merged groups, gaps that it fills, or names standing in columns of figures. */
function extendedDown(table: RawTable, header: number): number[] {
  const taken: number[] = []
  for (let at = header + 1; taken.length < 2; at++) {
    const above = table.rows[at - 1]!
    const row = table.rows[at]
    if (!row || row.line !== above.line + 1) break
    const filled = row.cells.flatMap((cell, column) => (cell === null ? [] : [{ cell, column }]))
    if (!filled.every(({ cell }) => isName(cell))) break
    const data = table.rows.slice(at + 1, at + 1 + compared)
    const inFigures = filled.filter(({ column }) => isFigureColumn(data, column)).length
    const merged = table.merges?.some(({ top, bottom, left, right }) => top <= above.line && (bottom > above.line || (top === above.line && right > left)))
    const fillsGaps = filled.some(({ column }) => (above.cells[column] ?? null) === null)
    const secondLanguage = inFigures >= 2 && filled.length * 2 >= above.cells.filter((cell) => cell !== null).length
    if (!((merged && (inFigures > 0 || fillsGaps)) || (fillsGaps && inFigures > 0) || secondLanguage)) break
    taken.push(at)
  }
  return taken
}

function isFigureColumn(rows: Row[], column: number): boolean {
  const filled = rows.map((row) => row.cells[column] ?? null).filter((cell) => cell !== null)
  return filled.length > 0 && filled.filter(isFigure).length >= filled.length * 0.6
}
