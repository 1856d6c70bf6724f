/**
 * How many households of a district what was approved for it can still serve: of each request the share that was approved, whole households only. What its partner has
 * handed out family by family since then is reached and no longer on its way, also before the partner has written its report; the oldest request gives first.
 */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import { districtOf, handedByPartners } from './reachedHouseholds.ts'

export type OnTheWay = { district: string; households: number; requests: string[]; newest: string }

type Approved = { id: string; scope: string; organisation: string; households: number; decidedOn: string; asked: number; approved: number; isReported: boolean }

export async function onTheWay(db: Db, code: string, districts: readonly string[]): Promise<Map<string, OnTheWay>> {
  const rows = await db.rows<Approved>(sql`
    select q.id, q.scope, q.organisation, q.households, q.decided_at::date::text as decided_on, (line ->> 'asked')::int as asked, (line ->> 'approved')::int as approved,
      q.state not in ('approved', 'part_approved', 'released', 'dispatched', 'received') as is_reported
    from relief.request q, jsonb_array_elements(q.lines) line
    where q.state in ('approved', 'part_approved', 'released', 'dispatched', 'received', 'reported', 'closed_unreported')
      and line ->> 'code' = ${code} and (line ->> 'approved')::int > 0
    order by q.decided_at, q.id`)
  const handed = await handedByPartners(db, code)
  const found = new Map<string, OnTheWay>()
  for (const { id, scope, organisation, households, decidedOn, asked, approved, isReported } of rows) {
    const district = districtOf(scope, districts)
    if (!district) continue
    let left = Math.floor((households * approved) / asked)
    for (const served of handed.filter((one) => one.organisation === organisation && one.day >= decidedOn && districtOf(one.scope, districts) === district)) {
      const given = Math.min(left, served.households)
      left -= given
      served.households -= given
    }
    if (isReported) continue
    const known = found.get(district) ?? { district, households: 0, requests: [], newest: decidedOn }
    found.set(district, { ...known, households: known.households + left, requests: [...known.requests, id], newest: decidedOn })
  }
  return found
}
