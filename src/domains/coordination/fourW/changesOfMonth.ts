/** What changed since the month was opened: new, ended, changed, corrected after the lock, and what nobody has confirmed for two months. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'

export type ChangesOfMonth = { new: number; ended: number; changed: number; corrections: number; unconfirmed: number }

export async function changesSince(db: Db, cycle: { id: string; month: string }): Promise<ChangesOfMonth> {
  const made = await db.one<{ n: number }>(sql`select count(*)::int as n from coordination.activity where recorded_at >= ${cycle.month}::date`)
  const kinds = await db.rows<{ kind: string; n: number }>(sql`
    select kind, count(distinct activity)::int as n from coordination.activity_change where cycle = ${cycle.id} or (cycle is null and recorded_at >= ${cycle.month}::date) group by kind`)
  const of = (kind: string) => kinds.find((one) => one.kind === kind)?.n ?? 0
  const stale = await db.one<{ n: number }>(sql`
    select count(*)::int as n from coordination.activity where (status is null or status in ('planned', 'ongoing', 'suspended'))
      and coalesce(last_confirmed, recorded_at::date) < ${cycle.month}::date - interval '2 months'`)
  return { new: made!.n, ended: of('ended'), changed: of('changed'), corrections: of('correction'), unconfirmed: stale!.n }
}
