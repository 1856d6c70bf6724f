/** Weeks as ISO 8601 has them, from Monday to Sunday, and months. Days are ISO dates; noon keeps every time zone out of them. */
export type Period = 'week' | 'month'

const noon = (day: string) => new Date(`${day}T12:00:00Z`)
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** The first day of the week or month that the day lies in. */
export function startOf(kind: Period, day: string): string {
  if (kind === 'month') return `${day.slice(0, 7)}-01`
  const date = noon(day)
  return dayOf(new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000))
}

/** The last day of the week or month that begins on `start`. */
export function lastDay(kind: Period, start: string): string {
  const date = noon(start)
  return kind === 'week' ? dayOf(new Date(date.getTime() + 6 * 86_400_000)) : dayOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0, 12)))
}

/** The quarter of the calendar year that the day lies in. */
export function quarterOf(day: string): { from: string; to: string } {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const first = Math.floor((month - 1) / 3) * 3
  return { from: dayOf(new Date(Date.UTC(year, first, 1, 12))), to: dayOf(new Date(Date.UTC(year, first + 3, 0, 12))) }
}

export const quarterBefore = (from: string) => quarterOf(dayOf(new Date(noon(from).getTime() - 86_400_000)))
