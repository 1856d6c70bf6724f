/**
 * Drawing a sample so that anybody can draw it again: the random numbers come from outside, with their seed on record. Unequal probabilities follow
 * size, those who are larger than the step are certain. Source: Cochran 1977, 2.1; Särndal, Swensson and Wretman 1992, 3.6.2 (systematic πps, Madow 1949).
 */

export type DrawRefusal =
  | { code: 'sampling.more-than-there-are'; facts: { asked: number; available: number } }
  | { code: 'sampling.size-unusable'; facts: { unit: number; size: number } }
  | { code: 'sampling.start-outside'; facts: { start: number } }
  | { code: 'sampling.chance-outside'; facts: { unit: number; chance: number } }

/** `n` of the numbers 0 to N−1, as they were drawn: whoever replaces takes the next. `random` gives numbers from 0 up to but not including 1. */
export function inOrderDrawn(N: number, n: number, random: () => number): number[] | DrawRefusal {
  if (!Number.isInteger(n) || !Number.isInteger(N) || n < 0 || n > N) return { code: 'sampling.more-than-there-are', facts: { asked: n, available: N } }
  const moved = new Map<number, number>()
  const drawn: number[] = []
  for (let i = 0; i < n; i++) {
    const pick = i + Math.floor(random() * (N - i))
    drawn.push(moved.get(pick) ?? pick)
    moved.set(pick, moved.get(i) ?? i)
  }
  return drawn
}

/** `n` of the numbers 0 to N−1, in their order. */
export function simpleRandom(N: number, n: number, random: () => number): number[] | DrawRefusal {
  const drawn = inOrderDrawn(N, n, random)
  return 'code' in drawn ? drawn : drawn.sort((a, b) => a - b)
}

/** Chance of each unit to be among n drawn in proportion to size; a unit that would have more than one is certain, and the others share the rest. */
export function inclusionProbabilities(sizes: ArrayLike<number>, n: number): Float64Array | DrawRefusal {
  const chances = new Float64Array(sizes.length)
  let open: number[] = []
  for (let i = 0; i < sizes.length; i++) {
    if (!(sizes[i]! >= 0 && Number.isFinite(sizes[i]!))) return { code: 'sampling.size-unusable', facts: { unit: i, size: sizes[i]! } }
    if (sizes[i]! > 0) open.push(i)
  }
  if (!Number.isInteger(n) || n < 0 || n > open.length) return { code: 'sampling.more-than-there-are', facts: { asked: n, available: open.length } }
  for (let left = n; ; ) {
    const total = open.reduce((sum, i) => sum + sizes[i]!, 0)
    const certain = open.filter((i) => sizes[i]! * left >= total)
    if (certain.length === 0 || left === 0) {
      for (const i of open) chances[i] = (sizes[i]! * left) / total
      return chances
    }
    for (const i of certain) chances[i] = 1
    const isCertain = new Set(certain)
    open = open.filter((i) => !isCertain.has(i))
    left -= certain.length
  }
}

/** A whole number but for binary fractions is that number. */
function wholeBelow(value: number): number {
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-9 ? whole : Math.floor(value)
}

/** Walks down the list with one random start in 0 to 1: a unit is taken when the running sum of chances, less the start, passes a whole number in it. */
export function systematicPps(chances: ArrayLike<number>, start: number): number[] | DrawRefusal {
  if (!(start >= 0 && start < 1)) return { code: 'sampling.start-outside', facts: { start } }
  const taken: number[] = []
  let [sum, lost, passed] = [0, 0, wholeBelow(-start)]
  for (let i = 0; i < chances.length; i++) {
    const chance = chances[i]!
    if (!(chance >= 0 && chance <= 1)) return { code: 'sampling.chance-outside', facts: { unit: i, chance } }
    // Compensated sum: after thousands of units a lost digit would take one unit too few.
    const step = chance - lost
    const next = sum + step
    lost = next - sum - step
    sum = next
    const reached = wholeBelow(sum - start)
    if (reached > passed) taken.push(i)
    passed = reached
  }
  return taken
}

/** Divides a cluster that is too large to list into k stretches along the walk, as equal as can be; one is then drawn, with chance 1/k. */
export function segment<Unit>(cluster: readonly Unit[], k: number): Unit[][] | DrawRefusal {
  if (!Number.isInteger(k) || k < 1 || k > cluster.length) return { code: 'sampling.more-than-there-are', facts: { asked: k, available: cluster.length } }
  const edge = (i: number) => Math.floor((i * cluster.length) / k)
  return Array.from({ length: k }, (_, i) => cluster.slice(edge(i), edge(i + 1)))
}
