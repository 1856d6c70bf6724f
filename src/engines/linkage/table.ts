/**
 * The rows to be compared, column by column, as numbers. Two lists that are linked stand in one table, the second below the first from `border` on,
 * so that both share their dictionaries. Rows can be added at the end, for registration as it happens.
 */
import { codeOf, type Dictionary, emptyDictionary, type Kind } from './dictionary.ts'

/** Cells as they were written; null or an empty text is unknown, which never counts against a pair. */
export type Table = { size: number; columns: Readonly<Record<string, readonly (string | null)[]>> }
export type Row = Readonly<Record<string, string | null | undefined>>

export type Column = { name: string; dictionary: Dictionary; codes: Int32Array }
/** `border`: where the second list begins; null when one list is searched for repetitions. */
export type Columns = { size: number; border: number | null; byName: Map<string, Column> }
export type Kinds = ReadonlyMap<string, Kind>

export function encode(kinds: Kinds, table: Table, other?: Table): Columns {
  const names = emptyDictionary('name')
  const size = table.size + (other?.size ?? 0)
  const byName = new Map<string, Column>()
  for (const [name, kind] of kinds) {
    const dictionary = kind === 'name' ? names : emptyDictionary(kind)
    const codes = new Int32Array(size)
    fill(codes, dictionary, table.columns[name], 0, table.size)
    if (other) fill(codes, dictionary, other.columns[name], table.size, other.size)
    byName.set(name, { name, dictionary, codes })
  }
  return { size, border: other ? table.size : null, byName }
}

function fill(codes: Int32Array, dictionary: Dictionary, cells: readonly (string | null)[] | undefined, from: number, size: number) {
  for (let i = 0; i < size; i++) codes[from + i] = codeOf(dictionary, cells?.[i])
}

/** Puts a row into place `at`, which may be one beyond the end; arrays double when they are full. */
export function putRow(columns: Columns, row: Row, at: number): void {
  for (const column of columns.byName.values()) {
    if (at >= column.codes.length) {
      const larger = new Int32Array(Math.max(16, column.codes.length * 2))
      larger.set(column.codes)
      column.codes = larger
    }
    column.codes[at] = codeOf(column.dictionary, row[column.name])
  }
}
