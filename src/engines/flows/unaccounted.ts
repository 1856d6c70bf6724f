/**
 * Do two counts of a place and the movements between them agree? Stock after = stock before + in − out + births − deaths + adjustment. What is left over is
 * printed, never hidden in another line; with one part unknown nobody can say it. Source: the balancing equation of demography.
 */
import { type Count, isKnown } from '../count.ts'

export type Stocks = { before: Count; after: Count }
export type Movements = { in: Count; out: Count; births: Count; deaths: Count; adjustment: Count }
export type Unaccounted = {
  /** Positive: more people than the movements explain. */
  residual: Count
  expected: Count
  /** Of the stock before, as a part of one; null when that is zero or the residual is not known. */
  share: number | null
  /** The parts that nobody knows. */
  missing: (keyof Stocks | keyof Movements)[]
}

export function unaccounted(stocks: Stocks, movements: Movements): Unaccounted {
  const all = { ...stocks, ...movements }
  const missing = (Object.keys(all) as (keyof typeof all)[]).filter((part) => !isKnown(all[part]))
  const { before, after, in: arrivals, out, births, deaths, adjustment } = all
  const isSure = [before, arrivals, out, births, deaths, adjustment].every(isKnown)
  const expected: Count = isSure ? Number(before) + Number(arrivals) - Number(out) + Number(births) - Number(deaths) + Number(adjustment) : 'unknown'
  const residual: Count = isKnown(expected) && isKnown(after) ? after - expected : 'unknown'
  return { residual, expected, share: isKnown(residual) && isKnown(before) && before > 0 ? residual / before : null, missing }
}
