/**
 * Weights made to agree with what is known of the whole population (register, census, the round's master list), so that a sample that by chance met too
 * many men does not say so. Each gives the design back with its new weights, because its variance has changed too.
 * Source: Deming and Stephan 1940 (raking); Deville and Särndal 1992; Särndal, Swensson and Wretman 1992, 7.6.
 */
import { type Adjustment, adjustmentOf, momentsOf, type Step } from './adjustment.ts'
import type { Design, Labels } from './design.ts'
import { solverOf } from './solver.ts'

/** Known totals of one column of groups: everybody of the population is in one of them. */
export type Margin = { labels: Labels; totals: Readonly<Record<string, number>> }
/** A column of numbers whose sum over the population is known. */
export type KnownTotal = { values: ArrayLike<number>; total: number }

export type CalibrationRefusal =
  /** The error of weights that were fitted twice is not known; all margins belong into one raking. */
  | { code: 'sampling.already-fitted'; facts: { steps: number } }
  | { code: 'sampling.group-unknown'; facts: { row: number } }
  | { code: 'sampling.group-without-total'; facts: { group: string } }
  | { code: 'sampling.group-without-rows'; facts: { group: string; total: number } }
  | { code: 'sampling.total-unusable'; facts: { group: string; total: number } }
  | { code: 'sampling.margins-differ'; facts: { first: number; other: number } }
  | { code: 'sampling.raking-does-not-meet'; facts: { turns: number } }
  | { code: 'sampling.totals-out-of-reach'; facts: { totals: number } }
  | { code: 'sampling.column-length'; facts: { rows: number; found: number } }

export function poststratify(design: Design, margin: Margin): Design | CalibrationRefusal {
  const groups = groupsIn(design, margin)
  if ('code' in groups) return groups
  const weights = Float64Array.from(design.weights)
  scaleTo(weights, groups)
  return adjusted(design, [{ ...groups, reached: weights }])
}

/** Margin after margin is met in turn until all are met at once: `tolerance` is how far a group may still be from its total, as a part of it. */
export function rake(design: Design, margins: readonly Margin[], { tolerance = 1e-12, turns = 1000 } = {}): Design | CalibrationRefusal {
  const all: Groups[] = []
  for (const margin of margins) {
    const groups = groupsIn(design, margin)
    if ('code' in groups) return groups
    all.push(groups)
  }
  const [first, ...others] = all.map(({ totals }) => totals.reduce((sum, total) => sum + total, 0))
  const other = others.find((total) => Math.abs(total - first!) > 1e-9 * first!)
  if (other !== undefined) return { code: 'sampling.margins-differ', facts: { first: first!, other } }
  const weights = Float64Array.from(design.weights)
  for (let turn = 0; turn < turns; turn++) {
    let furthest = 0
    const steps = all.map((groups) => {
      furthest = Math.max(furthest, scaleTo(weights, groups))
      return { ...groups, reached: Float64Array.from(weights) }
    })
    if (furthest <= tolerance) return adjusted(design, steps)
  }
  return { code: 'sampling.raking-does-not-meet', facts: { turns } }
}

/** Generalised regression: the smallest change of weights, in the sense of squares, that meets every total. A weight may become negative; see `leastWeight`. */
export function calibrate(design: Design, known: readonly KnownTotal[]): Design | CalibrationRefusal {
  if (design.adjustment) return alreadyFitted(design.adjustment)
  const wrong = known.find(({ values }) => values.length !== design.rows)
  if (wrong) return { code: 'sampling.column-length', facts: { rows: design.rows, found: wrong.values.length } }
  const columns = known.map(({ values }) => Float64Array.from(values))
  const row = columns.map((column) => column.findIndex((value) => !Number.isFinite(value))).find((found) => found >= 0)
  if (row !== undefined) return { code: 'sampling.group-unknown', facts: { row } }
  const { weights: before } = design
  const lacking = columns.map((column, c) => known[c]!.total - column.reduce((sum, value, i) => sum + value * before[i]!, 0))
  const multipliers = solverOf(momentsOf(columns, before))(lacking)
  const weights = before.map((weight, i) => weight * (1 + columns.reduce((sum, column, c) => sum + multipliers[c]! * column[i]!, 0)))
  const missed = columns.some((column, c) => {
    const reached = column.reduce((sum, value, i) => sum + value * weights[i]!, 0)
    return !(Math.abs(reached - known[c]!.total) <= 1e-6 * Math.max(1, Math.abs(known[c]!.total)))
  })
  if (missed) return { code: 'sampling.totals-out-of-reach', facts: { totals: known.length } }
  return adjusted(design, [{ columns, reached: weights }])
}

const adjusted = (design: Design, steps: readonly Step[]): Design => ({
  ...design,
  weights: steps.at(-1)?.reached ?? design.weights,
  adjustment: adjustmentOf(design.weights, steps),
})

type Groups = { groupOf: Int32Array; groups: number; totals: number[] }

const alreadyFitted = ({ steps }: Adjustment): CalibrationRefusal => ({ code: 'sampling.already-fitted', facts: { steps: steps.length } })

function groupsIn({ rows, weights, adjustment }: Design, { labels, totals }: Margin): Groups | CalibrationRefusal {
  if (adjustment) return alreadyFitted(adjustment)
  if (labels.length !== rows) return { code: 'sampling.column-length', facts: { rows, found: labels.length } }
  const names = Object.keys(totals)
  const number = new Map(names.map((name, g) => [name, g]))
  const groupOf = new Int32Array(rows)
  const met = new Float64Array(names.length)
  for (let row = 0; row < rows; row++) {
    if (labels[row] === null) return { code: 'sampling.group-unknown', facts: { row } }
    const group = number.get(String(labels[row]))
    if (group === undefined) return { code: 'sampling.group-without-total', facts: { group: String(labels[row]) } }
    groupOf[row] = group
    met[group]! += weights[row]!
  }
  for (const [g, group] of names.entries()) {
    const total = totals[group]!
    if (!(total >= 0 && Number.isFinite(total))) return { code: 'sampling.total-unusable', facts: { group, total } }
    if (total > 0 && !(met[g]! > 0)) return { code: 'sampling.group-without-rows', facts: { group, total } }
  }
  return { groupOf, groups: names.length, totals: names.map((name) => totals[name]!) }
}

/** Multiplies each group to its total; gives how far the furthest was from it, as a part of it. */
function scaleTo(weights: Float64Array, { groupOf, totals }: Groups): number {
  const sums = new Float64Array(totals.length)
  for (let row = 0; row < weights.length; row++) sums[groupOf[row]!]! += weights[row]!
  const factors = sums.map((sum, g) => (sum > 0 ? totals[g]! / sum : 1))
  for (let row = 0; row < weights.length; row++) weights[row]! *= factors[groupOf[row]!]!
  return factors.reduce((furthest, factor) => Math.max(furthest, Math.abs(factor - 1)), 0)
}

/** Under zero when calibration asked too much of too few: such a weight stands for no one, and another method or coarser totals are needed. */
export const leastWeight = ({ weights }: Design): number => weights.reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY)
