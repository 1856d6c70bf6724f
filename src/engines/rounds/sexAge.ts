/**
 * Sex and age of a total, from a sample of it: shares turned into whole people by largest remainder, so that the bands sum to the total. What was applied
 * from a sample says so, and is never applied a second time.
 */
import { type Count, isKnown } from '../count.ts'

export type SexAgeBand = { sex: 'f' | 'm' | 'unknown'; band: string; individuals: number }
export type SexAgeTable = { method: 'counted' | 'applied'; bands: SexAgeBand[] }

export type SexAgeRefusal =
  | { code: 'round.weights-unusable'; facts: { total: number; weights: number[] } }
  | { code: 'round.sex-age-applied-twice'; facts: { bands: number } }
  | { code: 'round.total-unknown'; facts: { individuals: string } }

/** Fractional weights are read to six decimals, so that equal remainders are really equal and ties go by order. */
const scale = 1_000_000

/** `total` whole people over `weights`; the missing units go to the largest remainders, ties to the earlier weight (Hamilton's method). */
export function largestRemainder(total: number, weights: readonly number[]): number[] | SexAgeRefusal {
  const usable = Number.isSafeInteger(total) && total >= 0 && weights.every((weight) => Number.isFinite(weight) && weight >= 0)
  const whole = usable && weights.every(Number.isSafeInteger) ? weights.map(BigInt) : usable ? weights.map((weight) => BigInt(Math.round(weight * scale))) : []
  const sum = whole.reduce((so, weight) => so + weight, 0n)
  if (!usable || (sum === 0n && total > 0)) return { code: 'round.weights-unusable', facts: { total, weights: [...weights] } }
  if (total === 0) return weights.map(() => 0)
  const parts = whole.map((weight) => Number((BigInt(total) * weight) / sum))
  const remainders = whole.map((weight) => (BigInt(total) * weight) % sum)
  const order = parts.map((_, index) => index).sort((a, b) => Number(remainders[b]! > remainders[a]!) - Number(remainders[b]! < remainders[a]!) || a - b)
  const missing = total - parts.reduce((so, part) => so + part, 0)
  for (const index of order.slice(0, missing)) parts[index]!++
  return parts
}

/** `held` is the table that the total already has, if any. Only a counted table may serve as the sample, and only where nothing was applied before. */
export function applySexAge(total: { individuals: Count; held: SexAgeTable | null }, sample: SexAgeTable): SexAgeTable | SexAgeRefusal {
  if (sample.method === 'applied' || total.held?.method === 'applied') return { code: 'round.sex-age-applied-twice', facts: { bands: sample.bands.length } }
  if (!isKnown(total.individuals)) return { code: 'round.total-unknown', facts: { individuals: total.individuals } }
  const parts = largestRemainder(
    total.individuals,
    sample.bands.map((band) => band.individuals),
  )
  if ('code' in parts) return parts
  return { method: 'applied', bands: sample.bands.map((band, index) => ({ ...band, individuals: parts[index]! })) }
}
