/**
 * What somebody with all published totals, a pencil and a solver can compute about each withheld sensitive cell. Publication waits until no interval
 * is too narrow. Exact bounds by linear programming, rounded inwards for whole people. Source: Hundepool et al. 2012, section 4.3.
 */

import { columnsOf } from './moves.ts'
import { neighbourhood } from './neighbourhood.ts'
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

async function intervals(puzzle: Puzzle, withheld: Set<number>, targets: Iterable<number>): Promise<{ cell: number; low: number; high: number }[]> {
  const movable = [...new Set([...withheld, ...puzzle.hidden])]
  if (movable.length === 0) return []
  const search = await openSearch(puzzle, columnsOf(puzzle.relations, puzzle.values.length), movable)
  const found = [...targets].map((cell) => {
    const { down, up } = search.reach(cell)
    const low = puzzle.values[cell]! + down
    const high = puzzle.values[cell]! + up
    return puzzle.whole ? { cell, low: Math.ceil(low - 1e-6) + 0, high: Math.floor(high + 1e-6) } : { cell, low, high }
  })
  search.close()
  return found
}

/**
 * The targets whose value can be computed exactly. Each is first looked at with its surroundings only: what moves there moves in the whole table.
 * The whole is asked only about those that nothing nearby sets free.
 */
export async function recoverableCells(puzzle: Puzzle, withheld: Set<number>, targets: Iterable<number>): Promise<number[]> {
  const columns = columnsOf(puzzle.relations, puzzle.values.length)
  const price = (cell: number) => (withheld.has(cell) || puzzle.hidden.has(cell) ? 0 : null)
  const least = puzzle.whole ? 1 - 1e-6 : 1e-9
  const waiting = new Set(targets)
  const stuck: number[] = []
  for (const cell of waiting) {
    const near = neighbourhood(puzzle, columns, [cell], price, 200)
    const search = await openSearch(puzzle, columns, near)
    for (const one of near) {
      if (!waiting.has(one)) continue
      const { down, up } = search.reach(one)
      if (up >= least || -down >= least) waiting.delete(one)
      else if (one === cell) stuck.push(one)
    }
    search.close()
  }
  return (await intervals(puzzle, withheld, stuck)).filter(({ low, high }) => low === high).map(({ cell }) => cell)
}
