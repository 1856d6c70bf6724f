/**
 * The rows to be compared, column by column, as numbers. Two lists that are linked stand in one table, the second below the first from `border` on,
 * so that both share their dictionaries. Rows can be added at the end, for registration as it happens.
 */
import { codeOf, codeOfLetters, type Dictionary, emptyDictionary, type Kind, nothing } from './dictionary.ts'
import type { Letters } from './interned.ts'
import { roomFor } from './room.ts'

/** Cells as they were written; null or an empty text is unknown, which never counts against a pair. */
export type Table = { size: number; columns: Readonly<Record<string, readonly (string | null)[]>> }
/** The same packed; see pack.ts. */
export type Packed = { size: number; columns: Readonly<Record<string, Letters>> }
export type Row = Readonly<Record<string, string | null | undefined>>

export type Column = { name: string; dictionary: Dictionary; at: number }
/**
 * `codes`: all numbers of a row side by side, that of a column at row × width + its `at`, so that a pair of rows costs two looks into memory and not two for
 * each column. `border`: where the second list begins; null when one list is searched for repetitions.
 */
export type Columns = { size: number; border: number | null; width: number; codes: Int32Array; byName: Map<string, Column> }
export type Kinds = ReadonlyMap<string, Kind>

/** `part`: of work that threads share, which columns this one reads, and where all of them write. */
export function encode(kinds: Kinds, table: Table | Packed, other?: Table | Packed, part?: { columns: readonly string[]; codes: Int32Array }): Columns {
  const names = emptyDictionary('name')
  const size = table.size + (other?.size ?? 0)
  const byName = new Map(
    [...kinds].map(([name, kind], at): [string, Column] => [name, { name, dictionary: kind === 'name' ? names : emptyDictionary(kind), at }]),
  )
  const codes = part?.codes ?? new Int32Array(size * byName.size)
  const columns: Columns = { size, border: other ? table.size : null, width: byName.size, codes, byName }
  for (const column of byName.values()) {
    if (part && !part.columns.includes(column.name)) continue
    fill(columns, column, table, 0)
    if (other) fill(columns, column, other, table.size)
  }
  return columns
}

function fill({ codes, width }: Columns, { name, dictionary, at }: Column, { size, columns }: Table | Packed, from: number) {
  const cells = columns[name]
  let to = from * width + at
  if (cells === undefined) for (let i = 0; i < size; i++, to += width) codes[to] = nothing
  else if ('letters' in cells)
    for (let i = 0; i < size; i++, to += width) codes[to] = codeOfLetters(dictionary, cells.letters, cells.starts[i]!, cells.starts[i + 1]!)
  else for (let i = 0; i < size; i++, to += width) codes[to] = codeOf(dictionary, cells[i])
}

export const codeAt = ({ codes, width }: Columns, { at }: Column, row: number): number => codes[row * width + at]!

/** How many rows say something in this column. */
export function knownIn(columns: Columns, column: Column): number {
  let known = 0
  for (let row = 0; row < columns.size; row++) if (codeAt(columns, column, row) !== nothing) known++
  return known
}

/** Puts a row into place `at`, which may be one beyond the end; the numbers double their room when it is full. */
export function putRow(columns: Columns, row: Row, at: number): void {
  columns.codes = roomFor(columns.codes, (at + 1) * columns.width)
  for (const column of columns.byName.values()) columns.codes[at * columns.width + column.at] = codeOf(column.dictionary, row[column.name])
}
