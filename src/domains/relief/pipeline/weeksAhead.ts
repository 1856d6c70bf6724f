/** The weeks of the pipeline: the first is the one that we are in, each begins on a Monday. What was due before it and has not come or gone stands in the first. */
import { dayAfter, daysBetween } from '../requests/clock.ts'

export const weeksAhead = 12

const mondayOf = (day: string): string => dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

export const mondays = (today: string, weeks = weeksAhead): string[] => Array.from({ length: weeks }, (_, week) => dayAfter(mondayOf(today), 7 * week))

/** Number of the week that the day lies in, from 1; later than the last week: one above it. */
export const weekOf = (day: string, today: string, weeks = weeksAhead): number =>
  Math.min(weeks + 1, Math.max(1, Math.floor(daysBetween(mondayOf(today), day) / 7) + 1))

export type Dated = { day: string; quantity: number }

/** Sums by week; what lies beyond the last week is not in them. */
export function byWeek(dated: readonly Dated[], today: string, weeks = weeksAhead): number[] {
  const sums = Array<number>(weeks).fill(0)
  for (const { day, quantity } of dated) {
    const week = weekOf(day, today, weeks)
    if (week <= weeks) sums[week - 1]! += quantity
  }
  return sums
}
