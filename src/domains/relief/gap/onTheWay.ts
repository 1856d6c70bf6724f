/** How many households of a district what was approved for it and not yet reported can serve: of each request the share that was approved, whole households only. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import { districtOf } from './reachedHouseholds.ts'

export type OnTheWay = { district: string; households: number; requests: string[]; newest: string }

type Approved = { id: string; scope: string; households: number; decidedOn: string; asked: number; approved: number }

export async function onTheWay(db: Db, code: string, districts: readonly string[]): Promise<Map<string, OnTheWay>> {
  const rows = await db.rows<Approved>(sql`
    select q.id, q.scope, q.households, q.decided_at::date as decided_on, (line ->> 'asked')::int as asked, (line ->> 'approved')::int as approved
    from relief.request q, jsonb_array_elements(q.lines) line
    where q.state in ('approved', 'part_approved', 'released', 'dispatched', 'received') and line ->> 'code' = ${code} and (line ->> 'approved')::int > 0
    order by q.decided_at, q.id`)
  const found = new Map<string, OnTheWay>()
  for (const { id, scope, households, decidedOn, asked, approved } of rows) {
    const district = districtOf(scope, districts)
    if (!district) continue
    const known = found.get(district) ?? { district, households: 0, requests: [], newest: decidedOn }
    const served = Math.floor((households * approved) / asked)
    found.set(district, { ...known, households: known.households + served, requests: [...known.requests, id], newest: decidedOn })
  }
  return found
}
