/**
 * The board of the pipeline: for every item the stock at the end of each week to come, from what lies there, what is confirmed to arrive and what was promised. What is
 * not confirmed stands in a second line and is never mixed into the first. Source: relief specification, 4.6; strategy: focus area 12, activities B and I.
 */
import { type Forecast, firstWeekWithout, forecast, monthsOfCover, project, type UncertainArrival } from '../../../engines/ledger/index.ts'
import { randomFrom } from '../../../engines/sampling/index.ts'
import { arriving, leaving, onHandOf, promisedOf, promiseFor } from './promiseOf.ts'
import type { Coming, Supply } from './supplyNow.ts'
import { weekOf, weeksAhead } from './weeksAhead.ts'

export type BoardRow = {
  item: string
  onHand: number
  promised: number
  /** Stock at the end of each week with what is confirmed alone; below zero is said as it is. */
  weeks: number[]
  withUnconfirmed: number[]
  /** From 1; null: none. */
  firstWeekWithout: number | null
  firstWeekWithUnconfirmed: number | null
  /** Kept back; null: nobody has set it. */
  safetyStock: number | null
  promise: number
  forecast: Forecast[]
  /** Null: nothing was issued in the last whole months, so that nobody can tell. */
  monthsOfCover: number | null
}

/** Equal chances for every week from the earliest to the latest; what confidence leaves over never comes. */
function chancesOf({ earliest, latest, confidence, quantity }: Coming, today: string): UncertainArrival {
  const [from, to] = [weekOf(earliest, today), weekOf(latest, today)]
  const share = confidence / 100 / (to - from + 1)
  return { quantity, chances: Object.fromEntries(Array.from({ length: to - from + 1 }, (_, n) => [from + n, share])) }
}

const draws = 2000

export function boardRow(supply: Supply, item: string, { today, issues }: { today: string; issues: readonly number[] }): BoardRow {
  const onHand = onHandOf(supply, item)
  const releases = leaving(supply, item, today)
  const confirmed = arriving(supply, item, today, true)
  const unconfirmed = arriving(supply, item, today, false)
  const weeks = project({ onHand, arrivals: confirmed, releases })
  const withUnconfirmed = project({ onHand, arrivals: confirmed.map((quantity, week) => quantity + unconfirmed[week]!), releases })
  const arrivals = supply.coming.filter((line) => line.item === item).map((line) => chancesOf(line, today))
  return {
    ...{ item, onHand, weeks, withUnconfirmed, promised: promisedOf(supply, item).quantity },
    firstWeekWithout: firstWeekWithout(weeks),
    firstWeekWithUnconfirmed: firstWeekWithout(withUnconfirmed),
    safetyStock: supply.safety.get(item) ?? null,
    promise: promiseFor(supply, item, today).available,
    // The same figures for everybody who looks on the same day.
    forecast: forecast({ onHand, releases, arrivals, draws, random: randomFrom(`${item} ${today}`) }),
    monthsOfCover: monthsOfCover(onHand, issues),
  }
}

/** Every item that lies somewhere, is on its way or was promised; those that run out first stand first. */
export function boardOf(supply: Supply, today: string, issues: ReadonlyMap<string, readonly number[]>): BoardRow[] {
  const promised = supply.releases.flatMap(({ lines }) => lines)
  const items = [...new Set([...supply.onHand, ...supply.coming, ...supply.waiting, ...promised].map(({ item }) => item))]
  const rows = items.map((item) => boardRow(supply, item, { today, issues: issues.get(item) ?? [] }))
  const order = ({ firstWeekWithout: week }: BoardRow) => week ?? weeksAhead + 1
  return rows.sort((a, b) => order(a) - order(b) || (a.item < b.item ? -1 : 1))
}
