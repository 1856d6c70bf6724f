/** Lists as people keep them: a column is found by what its heading says, and a cell is read as text. */
import type { Cell, Column } from './table.ts'

/** Without the blanks around it; a cell that is empty or holds an error says nothing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || typeof cell === 'object') return ''
  return String(cell).trim()
}

/** Place of the first column whose heading fits, by name; undefined where there is none. */
export const columnsNamed = <Name extends string>(columns: readonly Column[], headings: Readonly<Record<Name, RegExp>>): Record<Name, number | undefined> =>
  Object.fromEntries(
    Object.entries<RegExp>(headings).map(([name, heading]) => [name, columns.find((column) => heading.test(column.name.trim()))?.index]),
  ) as Record<Name, number | undefined>
