/** When each scheduled job was last done, whether one waits, and whether its last run failed: read from the queue's own tables. */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

export type JobRun = { queue: string; lastDone: string | null; waitingSince: string | null; failing: boolean }

/** Empty while no queue was ever made here. The queue moves what it has finished with to an archive; both are asked. */
export async function lastRuns(db: Db): Promise<JobRun[]> {
  const known = await db.one<{ there: boolean }>(sql`select to_regclass('jobs.archive') is not null and to_regclass('jobs.schedule') is not null as there`)
  if (!known?.there) return []
  return db.rows<JobRun>(sql`
    with run as (
      select name, state::text, completed_on, start_after from jobs.job union all select name, state::text, completed_on, start_after from jobs.archive
    )
    select s.name as queue, max(r.completed_on) filter (where r.state = 'completed') as last_done,
      min(r.start_after) filter (where r.state in ('created', 'retry') and r.start_after < now()) as waiting_since,
      coalesce(max(r.completed_on) filter (where r.state = 'failed') > coalesce(max(r.completed_on) filter (where r.state = 'completed'), '-infinity'), false) as failing
    from jobs.schedule s left join run r on r.name = s.name group by s.name order by s.name`)
}
