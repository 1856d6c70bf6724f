/**
 * Expectation and maximisation over distinct patterns of levels (Dempster, Laird and Rubin 1977; Winkler 1988 for linkage): which share of the pairs of one
 * block are true, and how they agree. u is free too: two people who share a block (a household with one phone) are not like strangers at large.
 */
import { type Chance, type Compared, withinGroups } from './compared.ts'

/** `share`: how much of a rule's pairs was looked at. */
export type Patterns = { patterns: Float64Array; counts: Float64Array; share: number }
/** Pairs of one person and of two, and how each agree; a comparison that was not free is neutral. */
export type Agreement = { same: { pairs: number; chances: number[][] }; others: { pairs: number; chances: number[][] } }

const nothingSeen = (compared: Compared[]): Agreement => {
  const chances = compared.map(({ levels }) => levels.map(() => 1))
  return { same: { pairs: 0, chances }, others: { pairs: 0, chances } }
}

const rounds = 60
const settled = 1e-5

/**
 * `kin`: chances for two people of one household, known from pairs of households: a third kind of pair in the block, and the one that stands still. Without it twins,
 * who share all but a name, teach that one person tells two given names.
 */
type Expected = { compared: Compared[]; chance: Chance[]; free: boolean[]; kin: number[][] | null }

export function expectAgreement(
  { patterns, counts }: Pick<Patterns, 'patterns' | 'counts'>,
  levelAt: (pattern: number, comparison: number) => number,
  { compared, chance, free, kin }: Expected,
): Agreement {
  const used = compared.map((_, i) => i).filter((i) => free[i])
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return nothingSeen(compared)
  // Chances of all comparisons side by side; of each pattern, where its levels stand among them.
  const offsets: number[] = []
  let width = 0
  for (const i of used) {
    offsets.push(width)
    width += compared[i]!.levels.length
  }
  const n = used.length
  const at = new Uint16Array(patterns.length * n)
  for (let p = 0; p < patterns.length; p++) for (const [k, i] of used.entries()) at[p * n + k] = offsets[k]! + levelAt(patterns[p]!, i)
  const ofKin = kin && chancesOf(at, n, Float64Array.from(used.flatMap((i) => kin[i]!)))
  let m = used.map((i) => compared[i]!.start)
  let u = used.map((i) => chance[i]!.u)
  let share = 0.3
  let kinShare = kin ? 0.3 : 0
  for (let round = 0, moved = 1; round < rounds && moved > settled; round++) {
    const [ofOne, ofTwo] = [m, u].map((chances) => chancesOf(at, n, Float64Array.from(chances.flat()))) as [Float64Array, Float64Array]
    const [matched, others] = [new Float64Array(width), new Float64Array(width)]
    let [pairs, kinPairs] = [0, 0]
    for (let p = 0, from = 0; p < patterns.length; p++, from += n) {
      const ifSame = share * ofOne[p]!
      const ifOther = (1 - share - kinShare) * ofTwo[p]!
      const ifKin = ofKin ? kinShare * ofKin[p]! : 0
      const each = counts[p]! / (ifSame + ifOther + ifKin)
      pairs += each * ifSame
      kinPairs += each * ifKin
      for (let k = from; k < from + n; k++) {
        matched[at[k]!]! += each * ifSame
        others[at[k]!]! += each * ifOther
      }
    }
    moved = Math.abs(pairs / total - share)
    share = Math.min(0.999, Math.max(1e-6, pairs / total))
    if (ofKin) kinShare = Math.min(0.999 - share, Math.max(0, kinPairs / total))
    const learned = (sums: Float64Array) =>
      used.map((i, k) => withinGroups([...sums.subarray(offsets[k]!, offsets[k]! + compared[i]!.levels.length)], compared[i]!.groups, 0.1))
    ;[m, u] = [learned(matched), learned(others)]
  }
  const ofAll = (learned: number[][]) => compared.map(({ levels: named }, i) => (free[i] ? learned[used.indexOf(i)]! : named.map(() => 1)))
  return { same: { pairs: share * total, chances: ofAll(m) }, others: { pairs: (1 - share) * total, chances: ofAll(u) } }
}

/** Of each pattern: the chances of its `n` levels multiplied. */
function chancesOf(at: Uint16Array, n: number, chances: Float64Array): Float64Array {
  const product = new Float64Array(at.length / n)
  for (let p = 0, from = 0; p < product.length; p++, from += n) {
    let one = 1
    for (let k = from; k < from + n; k++) one *= chances[at[k]!]!
    product[p] = one
  }
  return product
}
