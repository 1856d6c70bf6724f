/**
 * How many households of a district received an item or kit within its life. The facts are what partners report of their distributions: a household that stands in two reports of
 * one place cannot be told from two, so the larger report of a place counts as reached, and all of them together as the most that it can be.
 */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'

export type Reached = { district: string; households: number; most: number; reports: string[]; newest: string }

type Report = { id: string; scope: string; place: string; households: number; distributedOn: string }

/** The district is the first part of the scope of a place. */
export const districtOf = (scope: string, districts: Iterable<string>): string | null => [...districts].find((pcode) => scope.startsWith(pcode)) ?? null

export async function reachedHouseholds(db: Db, code: string, since: string, districts: readonly string[]): Promise<Map<string, Reached>> {
  const reports = await db.rows<Report>(sql`
    select r.id, r.scope, r.place, r.households, r.distributed_on from relief.request_report r join relief.request q on q.id = r.request
    where r.distributed_on >= ${since}::date
      and exists (select 1 from jsonb_array_elements(q.lines) line where line ->> 'code' = ${code} and (line ->> 'approved')::int > 0) order by r.distributed_on, r.id`)
  const largest = new Map<string, number>()
  const found = new Map<string, Reached>()
  for (const { id, scope, place, households, distributedOn } of reports) {
    const district = districtOf(scope, districts)
    if (!district) continue
    const known = found.get(district) ?? { district, households: 0, most: 0, reports: [], newest: distributedOn }
    const before = largest.get(place) ?? 0
    largest.set(place, Math.max(before, households))
    const reached = known.households + Math.max(0, households - before)
    found.set(district, { ...known, households: reached, most: known.most + households, reports: [...known.reports, id], newest: distributedOn })
  }
  return found
}
