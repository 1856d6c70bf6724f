/** Everything that a promise stands on, read at one moment: what lies on shelves, what comes, what is released and what waits for a release. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../../kernel/index.ts'
import { waitingDemand } from './demand.ts'
import { openReleases, usableOnHand } from './onHand.ts'
import { receivedOfLine, remainingOfLine } from './receivedOfLine.ts'
import type { Dated } from './weeksAhead.ts'

export type Coming = Dated & { item: string; earliest: string; latest: string; confidence: number; isConfirmed: boolean }

/** What came in already lies on a shelf and is expected no more. Confirmed is what was ordered, and of which somebody is confident enough; a pledge never is. */
const comingLines = (db: Db, confidentPercent: number): Promise<Coming[]> =>
  asTheHouse(db, (house) =>
    house.rows<Coming>(sql`
      select l.item, ${remainingOfLine} as quantity, l.likely as day, l.earliest, l.latest, l.confidence,
        l.stage <> 'pledged' and l.confidence >= ${confidentPercent} as is_confirmed
      from relief.pipeline_line l ${receivedOfLine} where l.stage not in ('arrived', 'cancelled') and ${remainingOfLine} > 0 order by l.likely, l.id`),
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
