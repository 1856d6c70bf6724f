/**
 * Moves: integer changes of hidden cells that leave every sum right, so that an attacker cannot tell the table before from the table after.
 * A hidden cell is safe exactly when some feasible move changes it. Found by Gaussian elimination on the matrix of sums, taking cells in the order
 * of their cost, as in Langsrud 2024 (secondary cell suppression by Gaussian elimination). A cycle in a two-way table is the simplest move.
 */
import type { Puzzle } from './puzzle.ts'
import type { Relation } from './table.ts'

/** Change per cell position, never zero. */
export type Move = Map<number, number>
type Pivot = { row: number; vector: Map<number, number>; combination: Map<number, number> }

/** For each cell the sums in which it stands: +1 as the total, -1 as a part. */
export function columnsOf(relations: Relation[], cells: number): [number, number][][] {
  const columns: [number, number][][] = Array.from({ length: cells }, () => [])
  relations.forEach((relation, row) => {
    columns[relation.total]!.push([row, 1])
    for (const part of relation.parts) columns[part]!.push([row, -1])
  })
  return columns
}

/** Takes cells one by one; answers null while they are independent, and the move that a cell closes with the cells taken before it. */
export function moveFinder(columns: [number, number][][]): (cell: number) => Move | null {
  const pivots: Pivot[] = []
  const pivotOfRow = new Map<number, number>()
  return (cell) => {
    const vector = new Map(columns[cell]!)
    const combination: Move = new Map([[cell, 1]])
    for (let next = firstPivot(vector, pivotOfRow); next >= 0; next = firstPivot(vector, pivotOfRow)) {
      const pivot = pivots[next]!
      const factor = vector.get(pivot.row)! / pivot.vector.get(pivot.row)!
      subtract(vector, pivot.vector, factor)
      subtract(combination, pivot.combination, factor)
    }
    if (vector.size === 0) return wholeMove(combination)
    const row = vector.keys().next().value as number
    pivotOfRow.set(row, pivots.length)
    pivots.push({ row, vector, combination })
    return null
  }
}

/** A later pivot never brings back an earlier pivot's row, so the earliest goes first and the loop ends. */
function firstPivot(vector: Map<number, number>, pivotOfRow: Map<number, number>): number {
  let first = -1
  for (const row of vector.keys()) {
    const at = pivotOfRow.get(row)
    if (at !== undefined && (first < 0 || at < first)) first = at
  }
  return first
}

function subtract(from: Map<number, number>, what: Map<number, number>, factor: number) {
  for (const [key, value] of what) {
    const left = (from.get(key) ?? 0) - factor * value
    if (Math.abs(left) < 1e-9) from.delete(key)
    else from.set(key, left)
  }
}

/** Scales a move to whole numbers. The sums here have small coefficients, so a move that needs more than twelfths is noise: null. */
export function wholeMove(move: Move, largestScale = 12): Move | null {
  for (let scale = 1; scale <= largestScale; scale++) {
    if ([...move.values()].every((value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-6)) {
      return new Map([...move].map(([cell, value]) => [cell, Math.round(value * scale)]))
    }
  }
  return null
}

/** The width of the interval that this move alone leaves to each cell it touches: how often it can be made, up and down, above every floor. */
export function widthsOf(move: Move, puzzle: Puzzle): Map<number, number> {
  let up = Number.POSITIVE_INFINITY
  let down = Number.POSITIVE_INFINITY
  for (const [cell, change] of move) {
    const room = Math.max(0, puzzle.values[cell]! - puzzle.floor) / Math.abs(change)
    if (change < 0) up = Math.min(up, room)
    else down = Math.min(down, room)
  }
  const steps = puzzle.whole ? Math.floor(up) + Math.floor(down) : up + down
  return new Map([...move].map(([cell, change]) => [cell, steps * Math.abs(change)]))
}
