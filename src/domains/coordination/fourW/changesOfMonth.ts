/** What changed since the month was opened: new, ended, changed, corrected after the lock, and what nobody has confirmed for two months. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'

/** Told for the first time after the lock: a correction, and nothing new of the month. */
const addedAfterLock = sql`(k.kind = 'correction' and not jsonb_exists(k.before, 'activity'))`

export type ChangesOfMonth = { new: number; ended: number; changed: number; corrections: number; unconfirmed: number }

export async function changesSince(db: Db, cycle: { id: string; month: string }): Promise<ChangesOfMonth> {
  const made = await db.one<{ n: number }>(sql`
    select count(*)::int as n from coordination.activity a where a.recorded_at >= ${cycle.month}::date
      and not exists (select 1 from coordination.activity_change k where k.activity = a.id and ${addedAfterLock})`)
  const kinds = await db.rows<{ kind: string; n: number }>(sql`
    select kind, count(distinct activity)::int as n from coordination.activity_change where cycle = ${cycle.id} or (cycle is null and recorded_at >= ${cycle.month}::date) group by kind`)
  const of = (kind: string) => kinds.find((one) => one.kind === kind)?.n ?? 0
  const stale = await db.one<{ n: number }>(sql`
    select count(*)::int as n from coordination.activity where (status is null or status in ('planned', 'ongoing', 'suspended'))
      and coalesce(last_confirmed, recorded_at::date) < ${cycle.month}::date - interval '2 months'`)
  return { new: made!.n, ended: of('ended'), changed: of('changed'), corrections: of('correction'), unconfirmed: stale!.n }
}

export type Correction = {
  id: string
  on: string
  organisation: string
  sector: string
  activityType: string | null
  placeName: string | null
  status: string | null
  reason: string | null
  isNew: boolean
}

/** After the lock, the newest first. */
export const correctionsOf = async (db: Db, cycle: { id: string } | null): Promise<Correction[]> =>
  cycle === null
    ? []
    : db.rows<Correction>(sql`
        select k.id, k.recorded_at::date as on, o.name as organisation, a.sector, a.activity_type, p.name as place_name, a.status, k.reason, ${addedAfterLock} as is_new
        from coordination.activity_change k join coordination.activity a on a.id = k.activity join organisations.organisation o on o.id = a.organisation
        left join places.place p on p.id = a.place where k.kind = 'correction' and k.cycle = ${cycle.id} order by k.recorded_at desc, k.id limit 500`)
