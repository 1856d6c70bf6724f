/**
 * Dates of birth and ages as they are given in the field. Many know only the year, and clerks write 1 January: that is "year only", neither agreement
 * on a day nor disagreement. Ages are heaped on 0 and 5 and drift between registrations.
 */
import { type Compared, oneColumn } from './compared.ts'
import { isYearOnly, yearOf } from './dictionary.ts'
import type { Shares } from './shares.ts'
import type { Columns } from './table.ts'

export const dateLevels = [
  'differs',
  'near-year',
  'year-only-far',
  'year-only-near',
  'one-year-only',
  'both-year-only',
  'one-digit',
  'day-month-swapped',
  'same',
] as const
const at = Object.fromEntries(dateLevels.map((name, i) => [name, i + 1])) as Record<(typeof dateLevels)[number], number>

/**
 * Of two people of one household about one pair in two hundred is taken to be born on the same day: a working value of ours, not published; of 1,000 births south of the
 * Sahara 17 are multiple (Gebremedhin 2014, surveys of 25 countries). Learning alone takes twins for one person, because they share everything but a name.
 */
const twins = 0.005

export const comparedDates = (columns: Columns, shares: Shares, { name, column }: { name: string; column: string }): Compared =>
  oneColumn(columns, shares, {
    name,
    column,
    levels: [...dateLevels],
    start: [0.05, 0.04, 0.03, 0.03, 0.1, 0.1, 0.06, 0.02, 0.6],
    rareLevels: [at['both-year-only'], at.same],
    sameLevels: [at['both-year-only'], at.same],
    kinAtLeast: { level: at.same, chance: twins },
    pick: (one, other, { numbers }) => dateLevel(numbers[one]!, numbers[other]!),
    byNumbers: {
      unlike:
        ({ numbers }) =>
        (one, other) =>
          dateLevel(numbers[one]!, numbers[other]!),
    },
  })

export function dateLevel(one: number, other: number): number {
  const yearsApart = Math.abs(yearOf(one) - yearOf(other))
  if (isYearOnly(one) || isYearOnly(other)) {
    if (yearsApart === 0) return isYearOnly(one) && isYearOnly(other) ? at['both-year-only'] : at['one-year-only']
    if (yearsApart <= 2) return at['year-only-near']
    return yearsApart <= 5 ? at['year-only-far'] : isOneSlipOfDigits(one, other) ? at['near-year'] : at.differs
  }
  if (one === other) return at.same
  if (yearsApart === 0 && swappedDayMonth(one) === other % 10000) return at['day-month-swapped']
  if (isOneSlipOfDigits(one, other)) return at['one-digit']
  return yearsApart <= 1 ? at['near-year'] : at.differs
}

/** One digit wrong, or two neighbours exchanged; as texts they would have to be made for every pair. */
function isOneSlipOfDigits(one: number, other: number): boolean {
  let [a, b, differing] = [one, other, 0]
  let [lastA, lastB, isSwap] = [-1, -1, false]
  while (a > 0 || b > 0) {
    const digitA = a % 10
    const digitB = b % 10
    const differs = digitA !== digitB
    if (differs) {
      if (++differing > 2) return false
      isSwap = digitA === lastB && digitB === lastA
    }
    // What agreed cannot have been exchanged.
    lastA = differs ? digitA : -1
    lastB = differs ? digitB : -1
    a = (a - digitA) / 10
    b = (b - digitB) / 10
  }
  return differing === 1 || (differing === 2 && isSwap)
}

const swappedDayMonth = (date: number) => (date % 100) * 100 + Math.floor((date % 10000) / 100)

export const ageLevels = ['differs', 'heaped', 'near', 'same'] as const

export const comparedAges = (columns: Columns, shares: Shares, { name, column }: { name: string; column: string }): Compared =>
  oneColumn(columns, shares, {
    name,
    column,
    levels: [...ageLevels],
    start: [0.1, 0.15, 0.25, 0.5],
    pick: (one, other, { numbers }) => ageLevel(numbers[one]!, numbers[other]!),
    byNumbers: {
      unlike:
        ({ numbers }) =>
        (one, other) =>
          ageLevel(numbers[one]!, numbers[other]!),
    },
  })

/** Near: one year, or a fiftieth of a long life more. Heaped: one of the two stands on 0 or 5 and could have been rounded there. */
export function ageLevel(one: number, other: number): number {
  const apart = Math.abs(one - other)
  if (apart === 0) return 4
  if (apart <= 1 + Math.floor(Math.max(one, other) / 50)) return 3
  const isHeaped = one % 5 === 0 || other % 5 === 0
  return isHeaped && Math.min(one, other) >= 10 && apart <= (one % 10 === 0 || other % 10 === 0 ? 5 : 3) ? 2 : 1
}
