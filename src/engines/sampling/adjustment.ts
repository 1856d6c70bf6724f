/**
 * Weights that were fitted to known totals make estimates surer: what the known columns explain cannot err any more. The variance is that of the residuals,
 * fitted by the weights from before and counted by those from after. Source: Deville and Särndal 1992; Särndal, Swensson and Wretman 1992, 6.6.
 */
import { type Solver, solverOf } from './solver.ts'

/** What was met together: groups, of which each row is in one, or columns of numbers. `reached` are the weights that met it. */
export type Step = { reached: Float64Array } & ({ groupOf: Int32Array; groups: number } | { columns: Float64Array[] })
type Explain = (values: Float64Array) => Float64Array
/** Raking meets its margins one after the other and has a step for each. */
export type Adjustment = { steps: { reached: Float64Array; explain: Explain }[] }

export function adjustmentOf(before: Float64Array, steps: readonly Step[]): Adjustment {
  return {
    steps: steps.map((step) => ({ reached: step.reached, explain: 'columns' in step ? fitOfColumns(step.columns, before) : fitOfGroups(step, before) })),
  }
}

/** Sums of products of the columns, weighted. */
export function momentsOf(columns: Float64Array[], weights: Float64Array): number[][] {
  return columns.map((a) => columns.map((b) => a.reduce((sum, value, row) => sum + weights[row]! * value * b[row]!, 0)))
}

function fitOfColumns(columns: Float64Array[], before: Float64Array): Explain {
  const solve: Solver = solverOf(momentsOf(columns, before))
  return (values) => {
    const slopes = solve(columns.map((column) => column.reduce((sum, value, row) => sum + before[row]! * value * values[row]!, 0)))
    return values.map((_, row) => columns.reduce((sum, column, c) => sum + slopes[c]! * column[row]!, 0))
  }
}

function fitOfGroups({ groupOf, groups }: { groupOf: Int32Array; groups: number }, before: Float64Array): Explain {
  const sizes = new Float64Array(groups)
  for (let row = 0; row < before.length; row++) sizes[groupOf[row]!]! += before[row]!
  return (values) => {
    const means = new Float64Array(groups)
    for (let row = 0; row < values.length; row++) means[groupOf[row]!]! += before[row]! * values[row]!
    for (let group = 0; group < groups; group++) means[group]! /= sizes[group] || 1
    const explained = new Float64Array(values.length)
    for (let row = 0; row < values.length; row++) explained[row] = means[groupOf[row]!]!
    return explained
  }
}

/** Margins overlap, so that what one explains is taken from what another left, in turn, until nothing moves. */
const turns = 200

export function withoutAdjustment(parts: Float64Array, { steps }: Adjustment): Float64Array {
  const left = Float64Array.from(parts)
  const values = new Float64Array(parts.length)
  let squares = 0
  for (let row = 0; row < parts.length; row++) squares += parts[row]! * parts[row]!
  for (let turn = 0; turn < (steps.length > 1 ? turns : 1); turn++) {
    let moved = 0
    for (const { reached, explain } of steps) {
      for (let row = 0; row < left.length; row++) values[row] = reached[row] === 0 ? 0 : left[row]! / reached[row]!
      const fitted = explain(values)
      for (let row = 0; row < left.length; row++) {
        const explained = reached[row]! * fitted[row]!
        left[row]! -= explained
        moved += explained * explained
      }
    }
    if (moved <= squares * 1e-28) break
  }
  return left
}
