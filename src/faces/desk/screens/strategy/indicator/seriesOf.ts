/** Figures of one indicator as lines: of each period its last edition, in the order of time; a new version of the definition begins a new line (specification: results, section 3). */
import type { IndicatorValue } from '../../../api/results.ts'

export type SeriesPoint = Pick<IndicatorValue, 'id' | 'fromDay' | 'toDay' | 'value'> & { version: number }

export function seriesOf(values: readonly IndicatorValue[], place: string): SeriesPoint[] {
  const last = new Map<string, IndicatorValue>()
  for (const value of values) {
    if (value.scope !== place) continue
    const key = `${value.fromDay} ${value.toDay} ${value.indicatorVersion}`
    const known = last.get(key)
    if (!known || known.edition < value.edition) last.set(key, value)
  }
  return [...last.values()]
    .map(({ id, fromDay, toDay, value, indicatorVersion }) => ({ id, fromDay, toDay, value, version: indicatorVersion }))
    .sort((a, b) => (a.toDay < b.toDay ? -1 : a.toDay > b.toDay ? 1 : a.fromDay < b.fromDay ? -1 : 1))
}

export type PlacePeriod = { fromDay: string; toDay: string; places: IndicatorValue[] }

/** The newest period of which several places inside the country have a figure, each with its last edition. */
export function newestByPlace(values: readonly IndicatorValue[], country: string): PlacePeriod | null {
  const periods = new Map<string, Map<string, IndicatorValue>>()
  for (const value of values) {
    if (value.scope === country) continue
    const key = `${value.toDay} ${value.fromDay}`
    const places = periods.get(key) ?? new Map<string, IndicatorValue>()
    const known = places.get(value.scope)
    if (!known || known.edition < value.edition || known.indicatorVersion < value.indicatorVersion) places.set(value.scope, value)
    periods.set(key, places)
  }
  const [newest] = [...periods].filter(([, places]) => places.size > 1).sort(([a], [b]) => (a < b ? 1 : -1))
  if (!newest) return null
  const places = [...newest[1].values()].sort((a, b) => (a.scope < b.scope ? -1 : 1))
  return { fromDay: places[0]!.fromDay, toDay: places[0]!.toDay, places }
}
