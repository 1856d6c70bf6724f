/** Ages as the country's bands; what is not known is no band at all. */
import type { Pack } from '../../../kernel/index.ts'

export function bandOfAge(lists: Pack['codeLists'], age: number | null): string | null {
  if (age === null) return null
  const bands = lists.get('ageBand')?.codes ?? []
  return bands.find(({ fromYears, toYears }) => fromYears !== undefined && age >= fromYears && age <= (toYears ?? Number.POSITIVE_INFINITY))?.code ?? null
}

/** Full years on that day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5, 10) < birthDate.slice(5, 10) ? years - 1 : years
}
