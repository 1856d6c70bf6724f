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
  const levels = used.map((i) => Uint8Array.from(patterns, (pattern) => levelAt(pattern, i)))
  let m = used.map((i) => compared[i]!.start)
  let u = used.map((i) => chance[i]!.u)
  let share = 0.3
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return nothingSeen(compared)
  for (let round = 0, moved = 1; round < rounds && moved > settled; round++) {
    const matched = used.map((i) => compared[i]!.levels.map(() => 0))
    const others = used.map((i) => compared[i]!.levels.map(() => 0))
    let pairs = 0
    for (let p = 0; p < patterns.length; p++) {
      let [ifSame, ifOther] = [share, 1 - share]
      for (let k = 0; k < used.length; k++) {
        const level = levels[k]![p]!
        ifSame *= m[k]![level]!
        ifOther *= u[k]![level]!
      }
      const same = (counts[p]! * ifSame) / (ifSame + ifOther)
      pairs += same
      for (let k = 0; k < used.length; k++) {
        matched[k]![levels[k]![p]!]! += same
        others[k]![levels[k]![p]!]! += counts[p]! - same
      }
    }
    moved = Math.abs(pairs / total - share)
    share = Math.min(0.999, Math.max(1e-6, pairs / total))
    m = used.map((i, k) => withinGroups(matched[k]!, compared[i]!.groups, 0.1))
    u = used.map((i, k) => withinGroups(others[k]!, compared[i]!.groups, 0.1))
  }
  const ofAll = (learned: number[][]) => compared.map(({ levels: named }, i) => (free[i] ? learned[used.indexOf(i)]! : named.map(() => 1)))
  return { same: { pairs: share * total, chances: ofAll(m) }, others: { pairs: (1 - share) * total, chances: ofAll(u) } }
}
