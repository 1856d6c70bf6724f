/** The gaps of one item or kit, district by district, each figure with its source and age. Districts of which nothing is known at all are not listed. */
import { sql } from 'kysely'
import type { Count } from '../../../engines/count.ts'
import { type Actor, type House, read } from '../../../kernel/index.ts'
import { dayAfter, daysBetween } from '../requests/clock.ts'
import { gapOf } from './gapOf.ts'
import { onTheWay } from './onTheWay.ts'
import { type PresentFrom, presentNow } from './present.ts'
import { reachedHouseholds } from './reachedHouseholds.ts'

export type GapRow = {
  district: string
  name: string
  present: Count
  /** Null: no published round covers the district. */
  presentFrom: PresentFrom | null
  reached: number
  /** Where reports may name a household twice: the most that can have been reached. */
  reachedMost: number
  reachedFrom: { reports: string[]; handedOver: number; newest: string; ageDays: number } | null
  onTheWay: number
  onTheWayFrom: { requests: string[]; newest: string; ageDays: number } | null
  gap: Count
  over: number
}
export type Gaps = { code: string; today: string; rows: GapRow[]; populationDays: number; itemLifeDays: number }

export async function gapsNow(house: House, actor: Actor, code: string, today: string): Promise<Gaps> {
  const { reliefPopulationDays: populationDays, reliefItemLifeDays: itemLifeDays } = house.pack.thresholds
  const published = await presentNow(house, today)
  return read(house.doors, actor, async (db) => {
    const places = await db.rows<{ pcode: string; name: string }>(sql`
      select pcode, name from places.place where level = 2 and country = ${house.pack.country.iso3} and valid_to is null order by pcode`)
    const codes = places.map(({ pcode }) => pcode)
    const reached = await reachedHouseholds(db, code, dayAfter(today, -itemLifeDays), codes)
    const coming = await onTheWay(db, code, codes)
    const rows = places.flatMap(({ pcode, name }): GapRow[] => {
      const [counted, served, sent] = [published.get(pcode), reached.get(pcode), coming.get(pcode)]
      if (!counted && !served && !sent) return []
      const parts = { present: counted?.counts ?? ('unknown' as const), reached: served?.households ?? 0, onTheWay: sent?.households ?? 0 }
      return [
        {
          ...{ district: pcode, name, ...parts, ...gapOf(parts), reachedMost: served?.most ?? 0 },
          presentFrom: counted?.from ?? null,
          reachedFrom: served
            ? { reports: served.reports, handedOver: served.handedOver, newest: served.newest, ageDays: daysBetween(served.newest, today) }
            : null,
          onTheWayFrom: sent ? { requests: sent.requests, newest: sent.newest, ageDays: daysBetween(sent.newest, today) } : null,
        },
      ]
    })
    return { code, today, rows, populationDays, itemLifeDays }
  })
}
