/**
 * Figures about a population from those who were asked, with how sure they are: never one without the other. A group keeps the whole design, its rows
 * outside count as zeros; cutting the file down to the group would lose the clusters in which nobody of it was met.
 * Source: Särndal, Swensson and Wretman 1992, 5.8; Kish 1965 for the design effect.
 */
import { type Columns, groupsOf } from './columns.ts'
import type { Design, Label } from './design.ts'
import { type Interval, type IntervalMethod, intervalOfShare, symmetric } from './intervals.ts'
import { quantileOf } from './quantileOf.ts'
import { tQuantile } from './quantiles.ts'
import { type Asked, type Kind, linearise, type Query, type QueryRefusal, readQuery } from './query.ts'
import { type Variance, varianceUnder } from './variance.ts'
import { type Limits, usualLimits, type Warning, warningsOf } from './warnings.ts'

export type Estimate = {
  group: Label[]
  /** Null: nobody of the group answered, or there is nothing to divide by. */
  value: number | null
  se: number | null
  interval: Interval | null
  method: { figure: Kind; at: number | null; variance: 'linearised'; adjusted: boolean; interval: IntervalMethod | 'woodruff'; confidence: number }
  /** Variance against that of as many people drawn simply from as large a population. */
  deff: number | null
  df: number
  n: number
  nonresponse: number
  /** Share of the group's weight that answered. */
  coverage: number
  warnings: Warning[]
}
export type EstimateOptions = { by?: readonly string[]; confidence?: number; interval?: IntervalMethod; limits?: Limits }
export type EstimateRefusal = QueryRefusal | { code: 'sampling.confidence-outside'; facts: { confidence: number } }

export function estimate(design: Design, columns: Columns, query: Query, options: EstimateOptions = {}): Estimate[] | EstimateRefusal {
  const { by = [], confidence = 0.95, interval = 'wilson', limits = usualLimits } = options
  if (!(confidence > 0 && confidence < 1)) return { code: 'sampling.confidence-outside', facts: { confidence } }
  const asked = readQuery(columns, query, design.rows)
  if ('code' in asked) return asked
  const groups = groupsOf(columns, by, design.rows)
  if ('code' in groups) return groups
  const t = design.df >= 1 ? tQuantile((1 + confidence) / 2, design.df) : null
  const variance = varianceUnder(design)
  const isShare = asked.kind === 'proportion'
  return groups.flatMap((group) => {
    const met = whoAnswered(design, asked, group.rows)
    const base = {
      group: group.labels,
      df: design.df,
      n: met.answered.length,
      nonresponse: group.rows.length - met.answered.length,
      coverage: met.coverage,
    }
    const shown: IntervalMethod = isShare ? interval : 't'
    const method = { figure: asked.kind, at: null, variance: 'linearised' as const, adjusted: design.adjustment !== null, interval: shown, confidence }
    const finish = (found: Found, how: Estimate['method']): Estimate => ({
      ...base,
      ...found,
      method: how,
      warnings: warningsOf({ ...base, ...found, kind: asked.kind, design, answered: met.answered, weight: met.weight }, limits),
    })
    if (asked.kind === 'quantile') {
      const ask = { design, values: asked.values, answered: met.answered, t, variance }
      return asked.at.map((at) => finish(quantileOf(ask, at), { ...method, at, interval: 'woodruff' }))
    }
    return [finish(figureOf({ design, asked, met, t, variance, confidence, shown }), method)]
  })
}

export type Found = { value: number | null; se: number | null; interval: Interval | null; deff: number | null }
type Met = { answered: number[]; weight: number; coverage: number }

function whoAnswered({ weights }: Design, { values, below }: Asked, rows: readonly number[]): Met {
  const answered: number[] = []
  let [all, weight] = [0, 0]
  for (const row of rows) {
    all += weights[row]!
    if (Number.isNaN(values[row]!) || (below && Number.isNaN(below[row]!))) continue
    answered.push(row)
    weight += weights[row]!
  }
  return { answered, weight, coverage: all > 0 ? weight / all : 0 }
}

type Ask = { design: Design; asked: Asked; met: Met; t: number | null; variance: Variance; confidence: number; shown: IntervalMethod }

function figureOf({ design, asked, met, t, variance: varianceOf, confidence, shown }: Ask): Found {
  const { answered, weight } = met
  const linear = answered.length > 0 && weight > 0 ? linearise(asked, design.weights, answered) : null
  if (!linear) return { value: null, se: null, interval: null, deff: null }
  const { value, pulls } = linear
  if (answered.length < 2) return { value, se: null, interval: null, deff: null }
  const parts = new Float64Array(answered.length)
  for (let i = 0; i < answered.length; i++) parts[i] = design.weights[answered[i]!]! * pulls[i]!
  const variance = varianceOf(answered, parts)
  const se = Math.sqrt(variance)
  const deff = asked.kind === 'ratio' ? null : designEffectOf(variance, design.weights, answered, pulls)
  if (t === null) return { value, se, interval: null, deff }
  const share = { share: value, variance, n: answered.length, df: design.df, confidence, t }
  return { value, se, interval: asked.kind === 'proportion' ? intervalOfShare(share, shown) : symmetric(value, se, t), deff }
}

/** Weights that do not add up to more than the sample say nothing about the population's size; then no finite correction is taken. */
function designEffectOf(variance: number, weights: Float64Array, answered: readonly number[], pulls: Float64Array): number | null {
  let [size, sum, squares] = [0, 0, 0]
  for (let i = 0; i < answered.length; i++) {
    size += weights[answered[i]!]!
    sum += weights[answered[i]!]! * pulls[i]!
  }
  const mean = sum / size
  for (let i = 0; i < answered.length; i++) squares += weights[answered[i]!]! * (pulls[i]! - mean) ** 2
  const n = answered.length
  const finite = size > n * (1 + 1e-9) ? 1 - n / size : 1
  const simple = (finite * size * squares) / (n - 1)
  return simple > 0 ? variance / simple : null
}
