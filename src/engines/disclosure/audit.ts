/**
 * What somebody with all published totals, a pencil and a solver can compute about each withheld sensitive cell. Publication waits until no interval
 * is too narrow. Exact bounds by linear programming, rounded inwards for whole people. Source: Hundepool et al. 2012, section 4.3.
 */
import type { Puzzle } from './puzzle.ts'
import { openSearch } from './search.ts'
import type { Suppressed } from './suppress.ts'
import type { Table } from './table.ts'

export type Interval = { cell: number; at: string[]; low: number; high: number; recoverable: boolean }

/** One interval per sensitive cell; `recoverable` when it is not wider than the protection (0: when the value is exactly known). */
export async function audit(table: Table, suppressed: Suppressed, protection = 0): Promise<Interval[]> {
  const withheld = new Set([...suppressed.primary, ...suppressed.secondary])
  const found = await intervals(suppressed.puzzle, withheld, suppressed.primary)
  return found.map((one) => ({ ...one, at: table.cells[one.cell]!.at, recoverable: one.high - one.low <= protection }))
}

export async function intervals(puzzle: Puzzle, withheld: Set<number>, targets: Iterable<number>): Promise<{ cell: number; low: number; high: number }[]> {
  const movable = [...new Set([...withheld, ...puzzle.hidden])]
  if (movable.length === 0) return []
  const search = await openSearch(puzzle, movable)
  const found = [...targets].map((cell) => {
    const { down, up } = search.reach(cell)
    const low = puzzle.values[cell]! + down
    const high = puzzle.values[cell]! + up
    return puzzle.whole ? { cell, low: Math.ceil(low - 1e-6) + 0, high: Math.floor(high + 1e-6) } : { cell, low, high }
  })
  search.close()
  return found
}
