/** How much of an item can be promised today, for whom nothing is approved yet: in no later week may the stock fall below what is kept back for safety (relief specification, 3.1 and 4.6). */
import { sql } from 'kysely'
import { project, promise } from '../../../engines/ledger/index.ts'
import { asTheHouse, type Db } from '../../../kernel/index.ts'
import { waitingDemand } from './demand.ts'
import { openReleases, usableOnHand } from './onHand.ts'
import { byWeek, type Dated } from './weeksAhead.ts'

export type Coming = Dated & { item: string; earliest: string; latest: string; confidence: number; isConfirmed: boolean }

/** Confirmed is what was ordered, and of which somebody is confident enough; a pledge never is. */
const comingLines = (db: Db, confidentPercent: number): Promise<Coming[]> =>
  asTheHouse(db, (house) =>
    house.rows<Coming>(sql`
      select item, quantity, likely as day, earliest, latest, confidence, stage <> 'pledged' and confidence >= ${confidentPercent} as is_confirmed
      from relief.pipeline_line where stage not in ('arrived', 'cancelled') order by likely, id`),
  )

/** On the road from one own warehouse to another: on no shelf, and there as soon as it is received. What goes to a partner has left. */
const onRoadToOwn = (db: Db, today: string): Promise<Coming[]> =>
  asTheHouse(db, (house) =>
    house.rows<Coming>(sql`
      select line ->> 'item' as item, sum((line ->> 'quantity')::int)::int as quantity, ${today}::text as day, ${today}::text as earliest, ${today}::text as latest,
        100 as confidence, true as is_confirmed
      from relief.waybill w, jsonb_array_elements(w.lines) line where w.state = 'on_road' and w.to_warehouse is not null group by 1 order by 1`),
  )

const safetyStocks = async (db: Db): Promise<Map<string, number>> => {
  const rows = await db.rows<{ code: string; safetyStock: number }>(sql`select code, safety_stock from relief.item where safety_stock > 0`)
  return new Map(rows.map(({ code, safetyStock }) => [code, safetyStock]))
}

export type Supply = {
  /** By item, where somebody has set it. */
  safety: ReadonlyMap<string, number>
  onHand: Awaited<ReturnType<typeof usableOnHand>>
  coming: Coming[]
  releases: Awaited<ReturnType<typeof openReleases>>
  waiting: Awaited<ReturnType<typeof waitingDemand>>
}

export async function supplyNow(db: Db, today: string, confidentPercent: number): Promise<Supply> {
  return {
    safety: await safetyStocks(db),
    onHand: await usableOnHand(db, today),
    coming: [...(await comingLines(db, confidentPercent)), ...(await onRoadToOwn(db, today))],
    releases: await openReleases(db),
    waiting: await waitingDemand(db),
  }
}

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
