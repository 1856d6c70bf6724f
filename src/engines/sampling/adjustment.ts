/**
 * Weights that were fitted to known totals make estimates surer: what the known columns explain cannot err any more. The variance is that of the residuals,
 * fitted by the weights from before and counted by those from after. Source: Deville and Särndal 1992; Särndal, Swensson and Wretman 1992, 6.6.
 */
import { type Solver, solverOf } from './solver.ts'

/** Known columns that were met together, and the weights that met them. Raking meets its margins one after the other and has a step for each. */
type Step = { columns: Float64Array[]; reached: Float64Array; solve: Solver }
export type Adjustment = { before: Float64Array; steps: Step[] }

export function adjustmentOf(before: Float64Array, steps: readonly Omit<Step, 'solve'>[]): Adjustment {
  return { before, steps: steps.map((step) => ({ ...step, solve: solverOf(momentsOf(step.columns, before)) })) }
}

/** Sums of products of the columns, weighted. */
export function momentsOf(columns: Float64Array[], weights: Float64Array): number[][] {
  return columns.map((a) => columns.map((b) => a.reduce((sum, value, row) => sum + weights[row]! * value * b[row]!, 0)))
}

/** Margins overlap, so that what one explains is taken from what another left, in turn, until nothing moves. */
const turns = 200

export function withoutAdjustment(parts: Float64Array, { before, steps }: Adjustment): Float64Array {
  const left = Float64Array.from(parts)
  const squares = parts.reduce((sum, part) => sum + part * part, 0)
  for (let turn = 0; turn < (steps.length > 1 ? turns : 1); turn++) {
    const moved = steps.reduce((sum, step) => sum + takeExplained(left, before, step), 0)
    if (moved <= squares * 1e-28) break
  }
  return left
}

/** Gives by how much, in squares, the parts became smaller. */
function takeExplained(parts: Float64Array, before: Float64Array, { columns, reached, solve }: Step): number {
  const sums = columns.map((column) => {
    let sum = 0
    for (let row = 0; row < parts.length; row++) if (reached[row] !== 0) sum += (before[row]! * column[row]! * parts[row]!) / reached[row]!
    return sum
  })
  const slopes = solve(sums)
  let moved = 0
  for (let row = 0; row < parts.length; row++) {
    let fitted = 0
    for (let c = 0; c < columns.length; c++) fitted += slopes[c]! * columns[c]![row]!
    const explained = reached[row]! * fitted
    parts[row]! -= explained
    moved += explained * explained
  }
  return moved
}
