/**
 * The cells around a cell, along the sums they share. What protects a cell is nearly always close to it, so large tables are solved piece by piece;
 * a move found in a piece holds in the whole table, because everything outside stays as it is.
 */
import type { Puzzle } from './puzzle.ts'

/** How many candidates of one sum are worth looking at, smallest first: the others would cost more. */
const perSum = 8

/** Movable cells nearest to the given ones, at most `limit`. `price` 0 means withheld already; those come before everything else in their sum. */
export function neighbourhood(
  puzzle: Puzzle,
  columns: [number, number][][],
  around: Iterable<number>,
  price: (cell: number) => number | null,
  limit: number,
): number[] {
  const near = new Set(around)
  const sums = new Set<number>()
  for (const cell of near) {
    for (const [sum] of columns[cell]!) {
      if (near.size >= limit) return [...near]
      if (sums.has(sum)) continue
      sums.add(sum)
      const { total, parts } = puzzle.relations[sum]!
      let bought = 0
      const priced = [total, ...parts].flatMap((member) => {
        const cost = near.has(member) ? null : price(member)
        return cost === null ? [] : [{ member, cost }]
      })
      for (const { member, cost } of priced.sort((a, b) => a.cost - b.cost)) {
        if (near.size >= limit || (cost > 0 && bought++ >= perSum && member !== total)) continue
        near.add(member)
      }
    }
  }
  return [...near]
}
