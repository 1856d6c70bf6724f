/**
 * Two lists of the same people (a partner's distribution list, our register): who is on both, who on one alone, where two records claim the same one.
 * One to one: heaviest pair first, each record once (greedy assignment); a record that lost to a heavier pair is said to be contested, because the
 * loser may be the right one.
 */
export type ListPair = { a: number; b: number; weightBits: number }
export type Reconciled = {
  both: ListPair[]
  /** Pairs above the threshold that gave way: one of their records is taken by a heavier pair. */
  contested: ListPair[]
  onlyFirst: number[]
  onlySecond: number[]
}

type Pairs = Iterable<{ a: number; b: number; weightBits: number }>

/** `sizes`: rows of the two lists. Without `oneToOne` every pair above the threshold stands, for lists that hold repetitions themselves. */
export function reconcile(pairs: Pairs, thresholdBits: number, sizes: { first: number; second: number }, oneToOne = true): Reconciled {
  const heavy = [...pairs].filter(({ weightBits }) => weightBits >= thresholdBits).map(({ a, b, weightBits }) => ({ a, b, weightBits }))
  heavy.sort((one, other) => other.weightBits - one.weightBits || one.a - other.a || one.b - other.b)
  const [takenFirst, takenSecond] = [new Set<number>(), new Set<number>()]
  const [both, contested]: [ListPair[], ListPair[]] = [[], []]
  for (const pair of heavy) {
    if (oneToOne && (takenFirst.has(pair.a) || takenSecond.has(pair.b))) {
      contested.push(pair)
      continue
    }
    takenFirst.add(pair.a)
    takenSecond.add(pair.b)
    both.push(pair)
  }
  const rest = (size: number, taken: Set<number>) => Array.from({ length: size }, (_, row) => row).filter((row) => !taken.has(row))
  return { both, contested, onlyFirst: rest(sizes.first, takenFirst), onlySecond: rest(sizes.second, takenSecond) }
}
