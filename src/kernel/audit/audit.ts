/**
 * Who did what, when and in which role: one line inside the deed's own transaction. Names of fields, never values of personal ones. The lines are sealed
 * afterwards (seal.ts), because chaining at write time halves the rate of writing.
 */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import type { Facts } from '../refusal.ts'

export async function audit(db: Db, deed: string, record: string, recordId: string | null, facts: Facts | Record<string, unknown> = {}): Promise<void> {
  await db.run(sql`
    insert into kernel.audit (who, role, deed, record, record_id, facts)
    values (${db.actor.userId}, ${db.actor.roles.join(' ')}, ${deed}, ${record}, ${recordId}, ${JSON.stringify(facts)}::jsonb)
  `)
}
