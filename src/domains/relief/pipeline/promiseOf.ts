/** How much of an item can be promised today, for whom nothing is approved yet: in no later week may the stock fall below what is kept back for safety (relief specification, 3.1 and 4.6). */
import { project, promise } from '../../../engines/ledger/index.ts'
import type { Supply } from './supplyNow.ts'
import { byWeek } from './weeksAhead.ts'

const sum = (rows: readonly { quantity: number }[]) => rows.reduce((all, { quantity }) => all + quantity, 0)

export const onHandOf = ({ onHand }: Supply, item: string, warehouse?: string): number =>
  sum(onHand.filter((each) => each.item === item && (warehouse === undefined || each.warehouse === warehouse)))

export const promisedOf = ({ releases }: Supply, item: string, warehouse?: string): { quantity: number; names: string[] } => {
  const lines = releases
    .filter((release) => warehouse === undefined || release.warehouse === warehouse)
    .flatMap(({ name, lines: all }) => all.filter((line) => line.item === item).map(({ quantity }) => ({ name, quantity })))
  return { quantity: sum(lines), names: lines.map(({ name }) => name) }
}

/** What leaves, by week: open releases now, approved requests when they are needed. `without`: a request whose own wait is left out. */
export function leaving(supply: Supply, item: string, today: string, without?: string): number[] {
  const waiting = supply.waiting.filter((each) => each.item === item && each.request !== without)
  const promised = { day: today, quantity: promisedOf(supply, item).quantity }
  return byWeek([promised, ...waiting.map(({ neededBy, quantity }) => ({ day: neededBy, quantity }))], today)
}

export const arriving = ({ coming }: Supply, item: string, today: string, isConfirmed: boolean): number[] =>
  byWeek(
    coming.filter((line) => line.item === item && line.isConfirmed === isConfirmed),
    today,
  )

/** `week`: the one in which the least is left, 0 where that is now. */
export function promiseFor(supply: Supply, item: string, today: string, without?: string): { available: number; week: number } {
  const onHand = onHandOf(supply, item)
  const weeks = project({ onHand, arrivals: arriving(supply, item, today, true), releases: leaving(supply, item, today, without) })
  const least = Math.min(onHand, ...weeks)
  return { available: promise(onHand, weeks, supply.safety.get(item)), week: least === onHand ? 1 : weeks.indexOf(least) + 1 }
}
