/**
 * The value below which a share of the population lies, with an interval: the interval of the share is found at that value and turned back into values.
 * Source: Woodruff 1952; Särndal, Swensson and Wretman 1992, 5.11.
 */
import type { Design } from './design.ts'
import type { Found } from './estimate.ts'
import type { Variance } from './variance.ts'

type Ask = { design: Design; values: Float64Array; answered: readonly number[]; t: number | null; variance: Variance }

export function quantileOf({ design, values, answered, t, variance }: Ask, at: number): Found {
  const { weights } = design
  const order = Array.from(answered).sort((a, b) => values[a]! - values[b]!)
  const size = order.reduce((sum, row) => sum + weights[row]!, 0)
  if (!(size > 0)) return { value: null, se: null, interval: null, deff: null }
  const valueAt = (share: number): number => {
    // A weight lost in the last binary digit must not push the answer to the next value.
    const wanted = share * size * (1 - 1e-12)
    let sum = 0
    for (const row of order) if ((sum += weights[row]!) >= wanted) return values[row]!
    return values[order.at(-1)!]!
  }
  const value = valueAt(at)
  if (t === null || order.length < 2) return { value, se: null, interval: null, deff: null }
  const below = order.reduce((sum, row) => (values[row]! <= value ? sum + weights[row]! : sum), 0) / size
  const parts = Float64Array.from(order, (row) => (weights[row]! * ((values[row]! <= value ? 1 : 0) - below)) / size)
  const half = t * Math.sqrt(variance(order, parts))
  // Beyond the smallest or largest answer the survey says nothing.
  if (below - half <= 0 || below + half >= 1) return { value, se: null, interval: null, deff: null }
  const [low, high] = [valueAt(below - half), valueAt(below + half)]
  return { value, se: (high - low) / (2 * t), interval: { low, high }, deff: null }
}
