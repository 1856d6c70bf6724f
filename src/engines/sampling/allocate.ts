/**
 * How many of a sample each stratum gets. Proportional follows size, Neyman follows size × spread, which gives the smallest error for the same number of
 * interviews; equal serves comparison between strata. Whole numbers by largest remainder, so that they add up to what was asked. Source: Cochran 1977, 5.5.
 */

export type Stratum = { name: string; size: number /** Standard deviation of what is measured, needed for Neyman. */; deviation?: number }
export type Allocation = 'proportional' | 'neyman' | 'equal'
export type AllocationRefusal =
  | { code: 'sampling.more-than-there-are'; facts: { asked: number; available: number } }
  | { code: 'sampling.minimum-too-high'; facts: { asked: number; needed: number } }
  | { code: 'sampling.stratum-unusable'; facts: { stratum: string } }

/** `minimum` interviews in each stratum that has so many; a stratum that is smaller is taken whole. */
export function allocate(strata: readonly Stratum[], n: number, by: Allocation, minimum = 0): Map<string, number> | AllocationRefusal {
  for (const { name, size, deviation } of strata) {
    const usable = Number.isInteger(size) && size >= 0 && (by !== 'neyman' || (deviation !== undefined && deviation >= 0 && Number.isFinite(deviation)))
    if (!usable) return { code: 'sampling.stratum-unusable', facts: { stratum: name } }
  }
  const available = strata.reduce((sum, { size }) => sum + size, 0)
  if (!Number.isInteger(n) || n < 0 || n > available) return { code: 'sampling.more-than-there-are', facts: { asked: n, available } }
  const floors = strata.map(({ size }) => Math.min(size, minimum))
  const needed = floors.reduce((sum, one) => sum + one, 0)
  if (needed > n) return { code: 'sampling.minimum-too-high', facts: { asked: n, needed } }
  const pull = strata.map(({ size, deviation = 0 }) => (size === 0 ? 0 : by === 'equal' ? 1 : by === 'neyman' ? size * deviation : size))
  const shares = sharesWithin(pull, floors, strata, n)
  const whole = largestRemainder(shares, strata, n)
  return new Map(strata.map(({ name }, i) => [name, whole[i]!]))
}

/** A stratum held at its minimum or at its size leaves the rest to the others; repeated until nobody is outside these limits. */
function sharesWithin(pull: number[], floors: number[], strata: readonly Stratum[], n: number): number[] {
  const held = new Map<number, number>()
  for (;;) {
    const open = strata.map((_, i) => i).filter((i) => !held.has(i))
    const rest = n - [...held.values()].reduce((sum, one) => sum + one, 0)
    // When nothing pulls any more, what is left goes by room, so that every interview finds a stratum.
    const pulling = open.reduce((sum, i) => sum + pull[i]!, 0)
    const room = open.reduce((sum, i) => sum + strata[i]!.size - floors[i]!, 0)
    const spare = rest - open.reduce((sum, i) => sum + floors[i]!, 0)
    const share = (i: number) => (pulling > 0 ? (rest * pull[i]!) / pulling : floors[i]! + (room > 0 ? (spare * (strata[i]!.size - floors[i]!)) / room : 0))
    const above = open.filter((i) => share(i) > strata[i]!.size)
    const below = open.filter((i) => share(i) < floors[i]!)
    if (above.length === 0 && below.length === 0) return strata.map((_, i) => held.get(i) ?? share(i))
    const excess = above.reduce((sum, i) => sum + share(i) - strata[i]!.size, 0)
    const lack = below.reduce((sum, i) => sum + floors[i]! - share(i), 0)
    // Only the larger violation is settled in one turn: settling both could hold a stratum where it does not belong in the end.
    if (excess >= lack) for (const i of above) held.set(i, strata[i]!.size)
    else for (const i of below) held.set(i, floors[i]!)
  }
}

function largestRemainder(shares: number[], strata: readonly Stratum[], n: number): number[] {
  const whole = shares.map((share) => Math.floor(share + 1e-9))
  const left = n - whole.reduce((sum, one) => sum + one, 0)
  const order = shares.map((share, i) => ({ i, rest: share - whole[i]! })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order.filter(({ i }) => whole[i]! < strata[i]!.size).slice(0, left)) whole[i]!++
  return whole
}
