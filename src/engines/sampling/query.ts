/** What can be asked of a survey: each question gives its figure and how far each row pulls it (its linearised value). Särndal, Swensson and Wretman 1992, 5.5 to 5.7. */
import { type ColumnRefusal, type Columns, indicatorOf, largest, numbersOf } from './columns.ts'
import type { Label } from './design.ts'

export type Query =
  | { mean: string }
  /** With `is`: how many there are in the population whose answer it is. */
  | { total: string; is?: Label | readonly Label[] }
  | { proportion: string; is: Label | readonly Label[] }
  | { ratio: readonly [above: string, below: string] }
  | { quantile: string; at: readonly number[] }

export type Kind = 'mean' | 'total' | 'proportion' | 'ratio' | 'quantile'
/** A row whose `values` or `below` is NaN gave no answer. */
export type Asked = { kind: Kind; values: Float64Array; below: Float64Array | null; at: readonly number[] }
export type QueryRefusal = ColumnRefusal | { code: 'sampling.quantile-outside'; facts: { at: number } }

export function readQuery(columns: Columns, query: Query, rows: number): Asked | QueryRefusal {
  const asked = (kind: Kind, values: Float64Array | ColumnRefusal): Asked | ColumnRefusal => ('code' in values ? values : { kind, values, below: null, at: [] })
  const wanted = (is: Label | readonly Label[]) => (Array.isArray(is) ? (is as readonly Label[]) : [is as Label])
  if ('mean' in query) return asked('mean', numbersOf(columns, query.mean, rows))
  if ('proportion' in query) return asked('proportion', indicatorOf(columns, query.proportion, wanted(query.is), rows))
  if ('total' in query) {
    const values = query.is === undefined ? numbersOf(columns, query.total, rows) : indicatorOf(columns, query.total, wanted(query.is), rows)
    return asked('total', values)
  }
  if ('quantile' in query) {
    const outside = query.at.find((at) => !(at > 0 && at < 1))
    if (outside !== undefined) return { code: 'sampling.quantile-outside', facts: { at: outside } }
    const read = asked('quantile', numbersOf(columns, query.quantile, rows))
    return 'code' in read ? read : { ...read, at: query.at }
  }
  const [above, below] = query.ratio.map((name) => numbersOf(columns, name, rows))
  if ('code' in above!) return above
  if ('code' in below!) return below
  return { kind: 'ratio', values: above!, below: below!, at: [] }
}

export type Linear = { value: number /** One for each of `answered`: how far its weight pulls the figure. */; pulls: Float64Array }

/** Null when there is nothing to divide by. */
export function linearise({ kind, values, below }: Asked, weights: Float64Array, answered: readonly number[]): Linear | null {
  const pulls = new Float64Array(answered.length)
  let [sum, base] = [0, 0]
  for (let i = 0; i < answered.length; i++) {
    const row = answered[i]!
    pulls[i] = values[row]!
    sum += weights[row]! * values[row]!
    base += weights[row]! * (below ? below[row]! : 1)
  }
  if (kind === 'total') return { value: sum, pulls }
  const value = sum / base
  // Divided by nothing, or by next to nothing.
  if (!(Math.abs(value) <= largest ** 2)) return null
  for (let i = 0; i < answered.length; i++) pulls[i] = (pulls[i]! - value * (below ? below[answered[i]!]! : 1)) / base
  return { value, pulls }
}
