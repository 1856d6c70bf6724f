/**
 * The two checks that HDX runs on every round, run here before it is published: rows that repeat one fact, and place codes that disagree with the register.
 * Whatever others would find afterwards is then known, and said, by the people who publish. Strategy: focus area 15, key result 1.
 */
import { sql } from 'kysely'
import type { Db, Refusal } from '../../kernel/index.ts'
import { type HapiContext, hapiRefusals, hapiRows } from './exports/hapi.ts'
import { type ListedPlace, placeList } from './exports/hapiPlaces.ts'
import { hdxRows } from './exports/hdxTable.ts'
import type { PublicRound } from './publicRound.ts'

/** Provinces and districts of the register, as HDX lists them. Which countries have a response plan is known to HDX, not to us. */
export async function hapiContext(db: Db): Promise<HapiContext> {
  const places = await db.rows<ListedPlace>(sql`
    select p.country as iso3, p.level, p.pcode as code, p.name, case when p.level = 1 then p.country else parent.pcode end as parent
    from places.place p left join places.place parent on parent.id = p.parent where p.level in (1, 2) and p.valid_to is null`)
  return { places: placeList(places), withResponsePlan: null, inGlobalOverview: null, datasetId: '', resourceId: '' }
}

/** Errors block the publication; warnings are shown beside it and kept in the audit. */
export const hapiFindings = async (db: Db, round: PublicRound): Promise<{ errors: Refusal[]; warnings: Refusal[] }> =>
  hapiRefusals(hapiRows(hdxRows([round]), await hapiContext(db)))
