/** A leader who was not the one at the table says whether somebody outside the list was rightly served. What was handed over stays handed over, whatever is decided. */
import { sql } from 'kysely'
import { audit, type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { DistributionException } from './handover.ts'

export async function decideException(db: Db, id: string, state: 'approved' | 'rejected'): Promise<{ state: string } | Refused> {
  const found = await db.one<{ writtenBy: string | null }>(sql`
    select h.recorded_by as written_by from relief.distribution_exception e join relief.handover h on h.id = e.handover where e.id = ${id} and e.state = 'waiting'`)
  if (!found) return refused(refuse('ledger.nothing-waits'))
  if (found.writtenBy === db.actor.userId) return refused(refuse('ledger.second-person'))
  await db.run(sql`update relief.distribution_exception set state = ${state}, decided_by = ${db.actor.userId}, version = version + 1 where id = ${id}`)
  await audit(db, `relief.exception-${state}`, DistributionException.name, id)
  return { state }
}
