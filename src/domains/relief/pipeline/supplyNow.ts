/** Everything that a promise stands on, read at one moment: what lies on shelves, what comes, what is released and what waits for a release. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../../kernel/index.ts'
import { waitingDemand } from './demand.ts'
import { openReleases, usableOnHand } from './onHand.ts'
import type { Dated } from './weeksAhead.ts'

export type Coming = Dated & { item: string; earliest: string; latest: string; confidence: number; isConfirmed: boolean }

/** Confirmed is what was ordered, and of which somebody is confident enough; a pledge never is. */
const comingLines = (db: Db, confidentPercent: number): Promise<Coming[]> =>
  asTheHouse(db, (house) =>
    house.rows<Coming>(sql`
      select item, quantity, likely as day, earliest, latest, confidence, stage <> 'pledged' and confidence >= ${confidentPercent} as is_confirmed
      from relief.pipeline_line where stage not in ('arrived', 'cancelled') order by likely, id`),
  )

export type Supply = {
  onHand: Awaited<ReturnType<typeof usableOnHand>>
  coming: Coming[]
  releases: Awaited<ReturnType<typeof openReleases>>
  waiting: Awaited<ReturnType<typeof waitingDemand>>
}

export async function supplyNow(db: Db, today: string, confidentPercent: number): Promise<Supply> {
  return {
    onHand: await usableOnHand(db, today),
    coming: await comingLines(db, confidentPercent),
    releases: await openReleases(db),
    waiting: await waitingDemand(db),
  }
}
