/**
 * What a training reached and taught: different people beside attendances, and the mean gain of those who sat both tests, with how many they are (specification:
 * coordination, 4.7). A test that somebody did not sit is no zero.
 */
export type Took = { learner: string; attendance: readonly boolean[]; preScore: number | null; postScore: number | null }

export type Learned = { attendances: number; people: number; tested: number; gain: number | null }

const wasThere = ({ attendance }: Pick<Took, 'attendance'>): boolean => attendance.some((there) => there)

/** Null while nobody has typed who was there. */
export const attendancePercent = (attendance: readonly boolean[], halfDays: number): number | null =>
  attendance.length === 0 ? null : (100 * attendance.filter((there) => there).length) / halfDays

export function learnedBy(taken: readonly Took[]): Learned {
  const there = taken.filter(wasThere)
  const gains = there.flatMap(({ preScore, postScore }) => (preScore === null || postScore === null ? [] : [postScore - preScore]))
  const gain = gains.length === 0 ? null : gains.reduce((sum, one) => sum + one, 0) / gains.length
  return { attendances: there.length, people: new Set(there.map(({ learner }) => learner)).size, tested: gains.length, gain }
}

/** The same day some months on; a month that is too short ends on its last day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
