/**
 * A round's totals must agree at every level: country = provinces = districts = localities, women and men = people. A difference is an error, not a note.
 */
import { type Count, isKnown, sumCounts } from '../count.ts'

const measures = ['households', 'individuals', 'females', 'males'] as const
type Measure = (typeof measures)[number]

/** Measures that a data set does not carry are left out. */
export type AreaTotal = { pcode: string; parent: string | null } & { [M in Measure]?: Count }

export type TotalDifference = { pcode: string; measure: Measure; total: Count | 'missing'; parts: Count }

export type TotalsDisagree = { code: 'round.totals-disagree'; facts: { n: number; differences: string[] }; differences: TotalDifference[] }

/**
 * Null when every area equals the sum of the areas directly below it. An unknown part makes the sum unknown; a withheld part may only leave room, so
 * then the known parts must not exceed the total. A parent that is not listed is a difference too.
 */
export function checkTotals(areas: readonly AreaTotal[]): TotalsDisagree | null {
  const byCode = new Map(areas.map((area) => [area.pcode, area]))
  const children = new Map<string, AreaTotal[]>()
  for (const area of areas) {
    if (area.parent === null) continue
    const siblings = children.get(area.parent)
    if (siblings) siblings.push(area)
    else children.set(area.parent, [area])
  }
  const differences: TotalDifference[] = []
  for (const [pcode, parts] of children) {
    const total = byCode.get(pcode)
    for (const measure of measures) {
      const counts = parts.map((part) => part[measure]).filter((count) => count !== undefined)
      if (counts.length === 0) continue
      const whole = total ? (total[measure] ?? 'unknown') : 'missing'
      if (whole === 'missing' || !agree(whole, counts)) differences.push({ pcode, measure, total: whole, parts: sumCounts(counts) })
    }
  }
  if (differences.length === 0) return null
  const lines = differences.map(({ pcode, measure, total, parts }) => `${pcode} ${measure}: ${total} / ${parts}`)
  return { code: 'round.totals-disagree', facts: { n: differences.length, differences: lines }, differences }
}

function agree(total: Count, parts: Count[]): boolean {
  if (total === 'withheld') return true
  if (!parts.includes('withheld')) return total === sumCounts(parts)
  return !isKnown(total) || parts.filter(isKnown).reduce((sum, part) => sum + part, 0) <= total
}

export type SexTotals = { individuals: Count; females: Count; males: Count; unknownSex?: Count }

/** Rows whose women and men are both known but do not sum to the people, unless the rest is recorded as unknown sex. */
export const sexesThatDisagree = <Row extends SexTotals>(rows: readonly Row[]): Row[] =>
  rows.filter(({ individuals, females, males, unknownSex = 0 }) => {
    const sum = sumCounts([females, males, unknownSex])
    return isKnown(individuals) && isKnown(sum) && sum !== individuals
  })

/** Numbers that a series of rounds skips: shown, not an error. A round may be numbered 0. */
export function missingRounds(numbers: readonly number[]): number[] {
  const held = new Set(numbers)
  const missing: number[] = []
  for (let number = Math.min(...numbers) + 1; number < Math.max(...numbers); number++) if (!held.has(number)) missing.push(number)
  return missing
}

/** Reasons are a set: `conflict` and `Conflict` are one, and the order in which they were named says nothing. Never split into several rows. */
export const reasonSet = (written: string): string =>
  [...new Set(written.split(';').map((reason) => reason.trim().toLowerCase()))]
    .filter((reason) => reason !== '')
    .sort()
    .join('; ')
