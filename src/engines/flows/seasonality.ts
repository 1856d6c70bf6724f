/**
 * What of a series of flows is the time of the year, what is the way things go, and what is left: so that a harvest is not taken for a crisis.
 * Classical decomposition: trend by the centred moving average of a whole period, season by the mean of what the trend leaves at each time of the period.
 * Source: Persons 1919; Kendall and Stuart, The Advanced Theory of Statistics, volume 3, chapter 46.
 */

export type Seasons = {
  method: 'additive' | 'multiplicative'
  period: number
  /** One for each time of the period: what it adds (they sum to 0), or by what it multiplies (their mean is 1). */
  seasonal: number[]
  /** Null at both ends, and wherever a week of the window is unknown. */
  trend: (number | null)[]
  remainder: (number | null)[]
  /** Share of the series that is known. */
  coverage: number
}
export type SeasonsRefusal =
  | { code: 'flow.series-too-short'; facts: { steps: number; needed: number } }
  | { code: 'flow.season-never-seen'; facts: { time: number } }
  | { code: 'flow.number-unusable'; facts: { found: string } }

/** `series` begins at the first time of a period; null is a week that nobody counted. */
export function seasonality(series: readonly (number | null)[], period: number, method: Seasons['method'] = 'additive'): Seasons | SeasonsRefusal {
  const needed = 2 * period
  if (!(Number.isInteger(period) && period >= 2) || series.length < needed) return { code: 'flow.series-too-short', facts: { steps: series.length, needed } }
  const wrong = series.find((value) => value !== null && !(Number.isFinite(value) && (method === 'additive' || value >= 0)))
  if (wrong !== undefined) return { code: 'flow.number-unusable', facts: { found: String(wrong) } }
  const trend = series.map((_, t) => centredMean(series, t, period))
  const isAdditive = method === 'additive'
  const free = series.map((value, t) => {
    const level = trend[t]!
    if (value === null || level === null || (!isAdditive && level === 0)) return null
    return isAdditive ? value - level : value / level
  })
  const raw = Array.from({ length: period }, (_, time) => mean(free.filter((value, t): value is number => t % period === time && value !== null)))
  const unseen = raw.indexOf(null)
  if (unseen >= 0) return { code: 'flow.season-never-seen', facts: { time: unseen + 1 } }
  const centre = mean(raw as number[])!
  // A series of nothing but zeros has no season to multiply by.
  if (!isAdditive && centre === 0) return { code: 'flow.season-never-seen', facts: { time: 1 } }
  const seasonal = (raw as number[]).map((value) => (isAdditive ? value - centre : value / centre))
  const remainder = free.map((value, t) => {
    const season = seasonal[t % period]!
    if (value === null || (!isAdditive && season === 0)) return null
    return isAdditive ? value - season : value / season
  })
  return { method, period, seasonal, trend, remainder, coverage: series.filter((value) => value !== null).length / series.length }
}

/** Mean of a whole period around t; with an even period both ends count half, so that every time of the year weighs the same. */
function centredMean(series: readonly (number | null)[], t: number, period: number): number | null {
  const half = Math.floor(period / 2)
  if (t < half || t + half >= series.length) return null
  let sum = 0
  for (let k = -half; k <= half; k++) {
    const value = series[t + k]!
    if (value === null) return null
    sum += period % 2 === 0 && Math.abs(k) === half ? value / 2 : value
  }
  return sum / period
}

const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length)
