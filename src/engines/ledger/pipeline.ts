/**
 * What will be there, week by week: on hand, plus arrivals, minus what was promised. Source: relief specification, 4.6; the uncertainty is that of the arrival weeks,
 * drawn again from a seed.
 */

export type Weeks = { onHand: number; arrivals: readonly number[]; releases: readonly number[] }

/** Stock at the end of each week; below zero is said as it is, so that everybody sees how much is missing. Week 1 stands first. */
export function project({ onHand, arrivals, releases }: Weeks): number[] {
  const weeks: number[] = []
  let held = onHand
  for (let week = 0; week < Math.max(arrivals.length, releases.length); week++) {
    held += (arrivals[week] ?? 0) - (releases[week] ?? 0)
    weeks.push(held)
  }
  return weeks
}

/** Number of the first week that ends below zero; null: none. */
export function firstWeekWithout(weeks: readonly number[]): number | null {
  const at = weeks.findIndex((held) => held < 0)
  return at === -1 ? null : at + 1
}

/** What can be promised today without a later week falling below the safety stock. */
export const promise = (onHand: number, weeks: readonly number[], safetyStock = 0): number => Math.max(0, Math.min(onHand, ...weeks) - safetyStock)

/** One consignment, with the chance (0 to 1) that it comes at the start of each week; what is left over never comes in these weeks. */
export type UncertainArrival = { quantity: number; chances: Readonly<Record<number, number>> }
export type Forecast = { week: number; p10: number; p50: number; p90: number /** Chance that the week ends below zero. */; without: number }

export type ForecastOrder = {
  onHand: number
  releases: readonly number[]
  arrivals: readonly UncertainArrival[]
  draws: number
  /** From 0 up to but not including 1. */
  random: () => number
}

export function forecast({ onHand, releases, arrivals, draws, random }: ForecastOrder): Forecast[] {
  const ends = releases.map(() => new Float64Array(draws))
  const coming = new Float64Array(releases.length)
  for (let draw = 0; draw < draws; draw++) {
    coming.fill(0)
    for (const { quantity, chances } of arrivals) {
      const week = weekOf(chances, random())
      if (week !== null && week <= releases.length) coming[week - 1]! += quantity
    }
    let held = onHand
    for (const [week, released] of releases.entries()) {
      held += coming[week]! - released
      ends[week]![draw] = held
    }
  }
  return ends.map((drawn, at) => {
    drawn.sort()
    const quantile = (share: number) => drawn[Math.min(draws - 1, Math.floor(share * draws))]!
    const below = drawn.findIndex((held) => held >= 0)
    return { week: at + 1, p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9), without: (below === -1 ? draws : below) / draws }
  })
}

function weekOf(chances: Readonly<Record<number, number>>, drawn: number): number | null {
  let passed = 0
  for (const [week, chance] of Object.entries(chances)) {
    passed += chance
    if (drawn < passed) return Number(week)
  }
  return null
}

/** Months that the stock lasts at the mean of past months; null: nothing was issued, and then there is no answer. */
export function monthsOfCover(onHand: number, monthlyIssues: readonly number[]): number | null {
  const issued = monthlyIssues.reduce((sum, units) => sum + units, 0)
  return issued === 0 ? null : (onHand * monthlyIssues.length) / issued
}

/** Lost and damaged against everything handled, 0 to 1; null: nothing was handled. */
export const lossRate = (lost: number, damaged: number, handled: number): number | null => (handled === 0 ? null : (lost + damaged) / handled)
