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

export function expectAgreement(
  { patterns, counts }: Pick<Patterns, 'patterns' | 'counts'>,
  levelAt: (pattern: number, comparison: number) => number,
  compared: Compared[],
  chance: Chance[],
  free: boolean[],
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
  let m = used.map((i) => compared[i]!.start)
  let u = used.map((i) => chance[i]!.u)
  let share = 0.3
  for (let round = 0, moved = 1; round < rounds && moved > settled; round++) {
    const [ifOne, ifTwo] = [Float64Array.from(m.flat()), Float64Array.from(u.flat())]
    const [matched, others] = [new Float64Array(width), new Float64Array(width)]
    let pairs = 0
    for (let p = 0, from = 0; p < patterns.length; p++, from += n) {
      let ifSame = share
      let ifOther = 1 - share
      for (let k = from; k < from + n; k++) {
        ifSame *= ifOne[at[k]!]!
        ifOther *= ifTwo[at[k]!]!
      }
      const same = (counts[p]! * ifSame) / (ifSame + ifOther)
      pairs += same
      for (let k = from; k < from + n; k++) {
        matched[at[k]!]! += same
        others[at[k]!]! += counts[p]! - same
      }
    }
    moved = Math.abs(pairs / total - share)
    share = Math.min(0.999, Math.max(1e-6, pairs / total))
    const learned = (sums: Float64Array) =>
      used.map((i, k) => withinGroups([...sums.subarray(offsets[k]!, offsets[k]! + compared[i]!.levels.length)], compared[i]!.groups, 0.1))
    ;[m, u] = [learned(matched), learned(others)]
  }
  const ofAll = (learned: number[][]) => compared.map(({ levels: named }, i) => (free[i] ? learned[used.indexOf(i)]! : named.map(() => 1)))
  return { same: { pairs: share * total, chances: ofAll(m) }, others: { pairs: (1 - share) * total, chances: ofAll(u) } }
}
