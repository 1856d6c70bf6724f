/**
 * Which cells single somebody out by themselves: too few people, or one contributor who is nearly the whole cell.
 * Source: Hundepool et al. 2012, chapter 4 (minimum frequency, (n,k) dominance and p % rules).
 */
import type { Table } from './table.ts'

export type Dominance = { n: number; k: number } | { p: number }
export type PrimaryRules = {
  /** Counts from 1 up to but not including this are sensitive. With contributions, the number of contributors is what counts. */
  minimum: number
  dominance?: Dominance
  /** `sensitive`: a zero also says something about somebody ("nobody there was spared") and is treated like a small count. */
  zeros: 'published' | 'sensitive'
}

/** Positions of the sensitive cells. Unknown cells publish nothing and are never among them. */
export function primary(table: Table, rules: PrimaryRules): Set<number> {
  const sensitive = new Set<number>()
  table.cells.forEach((cell, i) => {
    if (typeof cell.value !== 'number') return
    const size = cell.contributions ? cell.contributions.length : cell.value
    if (size === 0 ? rules.zeros === 'sensitive' : size < rules.minimum) sensitive.add(i)
    else if (rules.dominance && cell.contributions && isDominated(cell.contributions, rules.dominance)) sensitive.add(i)
  })
  return sensitive
}

function isDominated(contributions: number[], rule: Dominance): boolean {
  const largest = [...contributions].sort((a, b) => b - a)
  const total = largest.reduce((sum, one) => sum + one, 0)
  if ('p' in rule) return total - (largest[0] ?? 0) - (largest[1] ?? 0) < (rule.p / 100) * (largest[0] ?? 0)
  const leading = largest.slice(0, rule.n).reduce((sum, one) => sum + one, 0)
  return leading > (rule.k / 100) * total
}
