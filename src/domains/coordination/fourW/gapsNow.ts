/** What is still missing, district by district and sector by sector, with the names of the places: the same for the screen and for the paper. */
import { sql } from 'kysely'
import type { Db, House } from '../../../kernel/index.ts'
import { type ExactReach, withExactReach } from './exact/exactReach.ts'
import { type About, activitiesFor, type GapRow, gapsIn } from './situation.ts'

/** A need is told for a province too; it is then a place of its own, and no district of one. */
export type NamedPlaces = Record<string, { name: string; province: string; level: number }>
export type GapsNow = ExactReach & { gaps: GapRow[]; places: NamedPlaces }

export async function namesOf(db: Db, places: readonly (string | null)[]): Promise<NamedPlaces> {
  const codes = [...new Set(places.flatMap((place) => place ?? []))]
  const named = await db.rows<{ pcode: string; name: string; province: string; level: number }>(sql`
    select d.pcode, d.name, d.level, case when d.level < 2 then d.name else p.name end as province
    from places.place d left join places.place p on p.id = d.parent where d.pcode = any (${codes}::text[])`)
  return Object.fromEntries(named.map(({ pcode, ...place }) => [pcode, place]))
}

export async function gapsNow(db: Db, house: House, about: About): Promise<GapsNow> {
  const reached = await withExactReach(db, house, await activitiesFor(db, about))
  const gaps = await gapsIn(db, reached.rows, about)
  return { ...reached, gaps, places: await namesOf(db, [...reached.rows.map(({ district }) => district), ...gaps.map(({ place }) => place)]) }
}
