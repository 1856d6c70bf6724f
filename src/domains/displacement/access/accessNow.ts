/** Where a round can go: of each district how many places of its list can be reached, by those who were there or asked; and the requests, newest first. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import type { AccessRow } from './accessRequest.ts'

export type DistrictAccess = { pcode: string; name: string; accessible: number; partly: number; inaccessible: number; unknown: number }
export type AccessLine = AccessRow & { placeName: string | null; roundNumber: number | null; days: number | null }
export type AccessNow = { districts: DistrictAccess[]; requests: AccessLine[]; waiting: number }

const byDistrict = (db: Db, round: string): Promise<DistrictAccess[]> =>
  db.rows<DistrictAccess>(sql`
    select d.pcode, d.name, count(*) filter (where l.access = 'accessible')::int as accessible, count(*) filter (where l.access = 'partly')::int as partly,
      count(*) filter (where l.access = 'inaccessible')::int as inaccessible, count(*) filter (where l.access is null)::int as unknown
    from displacement.master_list_line l join places.place d on d.level = 2 and starts_with(l.scope, d.pcode)
    where l.round = ${round}::uuid group by d.pcode, d.name order by d.name`)

/** `days`: from asking to the answer; null: no answer, or no day of it. */
export async function accessNow(db: Db, round: string): Promise<AccessNow> {
  const requests = await db.rows<AccessLine>(sql`
    select a.*, p.name as place_name, r.number as round_number, a.replied_on - a.asked_on as days from displacement.access_request a
    left join places.place p on p.pcode = a.place left join displacement.round r on r.id = a.round
    where a.round is null or a.round = ${round}::uuid order by a.asked_on desc, a.recorded_at desc, a.id limit 500`)
  return { districts: await byDistrict(db, round), requests, waiting: requests.filter(({ reply, outcome }) => reply === 'waiting' && !outcome).length }
}
