/** Time in the results framework: what is late against its own dates, how much of a period has passed, and whether a figure is still in date. */

export type PlanState = 'planned' | 'underWay' | 'done' | 'cancelled'

/** Late is told from the dates and never stored: nobody has to remember to set it, or to take it back. */
export function isLate({ state, fromDay, toDay }: { state: PlanState; fromDay: string; toDay: string }, today: string): boolean {
  return state === 'planned' ? fromDay < today : state === 'underWay' && toDay < today
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Share of the time between two days that has passed, 0 to 1; a span of no length has passed when its day has come. */
export function shareElapsed(from: string, to: string, today: string): number {
  const whole = days(from, to)
  if (whole <= 0) return today >= to ? 1 : 0
  return Math.min(1, Math.max(0, days(from, today) / whole))
}

const monthsOf = { month: 1, quarter: 3, year: 12 }

/** A figure speaks for today as long as the period after its own has not ended for a whole period: one may still be collecting, two are a silence. */
export function isInDate(toDay: string, frequency: keyof typeof monthsOf, today: string): boolean {
  const until = new Date(`${toDay}T00:00:00Z`)
  until.setUTCMonth(until.getUTCMonth() + 2 * monthsOf[frequency])
  return today <= until.toISOString().slice(0, 10)
}
