/** Passages per hour that somebody watched: what makes two periods with different watching comparable. Unknown and withheld counts have no rate. */
import { type Count, isKnown } from '../count.ts'

/** Hours at the points whose passages are added. */
export const hoursSummed = (points: readonly { hours: number; counted: boolean }[]): number =>
  Math.round(10 * points.filter(({ counted }) => counted).reduce((sum, { hours }) => sum + hours, 0)) / 10

export const ratePerHour = (people: Count, hours: number): number | null => (isKnown(people) && hours > 0 ? Math.round((10 * people) / hours) / 10 : null)
