/**
 * A table to be published, and everything additive in it: which cell is the sum of which others. An attacker reads those sums too, so every method
 * of this engine works on them. Source: Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapters 4 and 5.
 */
import type { Count } from '../count.ts'

/** One cell: its code in each dimension, its figure, and for sums of amounts what each contributor gave. */
export type TableCell = { at: string[]; value: Count; contributions?: number[] }
export type Table = { dimensions: string[]; cells: TableCell[] }

/** One additive fact of a dimension: the code of the total and the codes that make it up. Several per code are allowed (overlapping geographies). */
export type CodeSum = { total: string; parts: string[] }
export type Hierarchies = Record<string, CodeSum[]>

/** The same fact between cells, by position in the table. */
export type Relation = { total: number; parts: number[] }

export const cellKey = (at: readonly string[]) => at.join('\u0000')

/** Sums microdata or a finest table to every combination of codes in the hierarchies. Combinations that nobody has are zero: they were looked for. */
export function tabulate(rows: { at: string[]; value: number }[], dimensions: string[], hierarchies: Hierarchies): Table {
  const levels = dimensions.map((dimension, d) => leavesByCode(hierarchies[dimension] ?? [], [...new Set(rows.map((row) => row.at[d]!))]))
  const codesAbove = levels.map((level) => {
    const above = new Map<string, string[]>()
    for (const [code, leaves] of level) for (const leaf of leaves) above.set(leaf, [...(above.get(leaf) ?? []), code])
    return above
  })
  const sums = new Map<string, { at: string[]; value: number }>()
  for (const at of product(levels.map((level) => [...level.keys()]))) sums.set(cellKey(at), { at, value: 0 })
  for (const row of rows) {
    for (const at of product(row.at.map((code, d) => codesAbove[d]!.get(code) ?? []))) sums.get(cellKey(at))!.value += row.value
  }
  return { dimensions, cells: [...sums.values()] }
}

/** Every additive relation between cells that the hierarchies imply; a relation with an unknown cell proves nothing and is left out. */
export function relationsOf(table: Table, hierarchies: Hierarchies): Relation[] {
  const position = new Map(table.cells.map((cell, i) => [cellKey(cell.at), i]))
  const relations: Relation[] = []
  table.dimensions.forEach((dimension, d) => {
    for (const sum of hierarchies[dimension] ?? []) {
      table.cells.forEach((cell, total) => {
        if (cell.at[d] !== sum.total) return
        const parts = sum.parts.map((code) => position.get(cellKey(cell.at.with(d, code))))
        const members = [total, ...parts]
        if (members.every((i): i is number => i !== undefined && typeof table.cells[i]!.value === 'number')) relations.push({ total, parts: parts as number[] })
      })
    }
  })
  return relations
}

function leavesByCode(sums: CodeSum[], leaves: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>(leaves.map((leaf) => [leaf, [leaf]]))
  const open = (code: string): string[] => {
    const known = found.get(code)
    if (known) return known
    const sum = sums.find((one) => one.total === code)
    const below = [...new Set((sum?.parts ?? []).flatMap(open))]
    found.set(code, below)
    return below
  }
  for (const sum of sums) {
    open(sum.total)
    sum.parts.forEach(open)
  }
  return found
}

const product = (lists: string[][]): string[][] => lists.reduce<string[][]>((done, list) => done.flatMap((head) => list.map((code) => [...head, code])), [[]])
