/** What an activity said before it was changed, kept beside it, so that a change can be read and taken back. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'

export type Change = { kind: 'confirmed' | 'ended' | 'changed' | 'correction'; importId?: string | null; cycle?: string | null; reason?: string | null }

/** What is told for the first time after the month was locked: nothing stood before it. */
export const keepAsNew = (db: Db, activities: readonly string[], { kind, importId = null, cycle = null, reason = null }: Change): Promise<number> =>
  db.run(sql`
    insert into coordination.activity_change (scope, import_id, activity, organisation, kind, cycle, reason, before)
    select a.scope, ${importId}::uuid, a.id, a.organisation, ${kind}, ${cycle}::uuid, ${reason}::text, '{}' from coordination.activity a where a.id = any (${activities}::uuid[])`)

export const keepBefore = (db: Db, activities: readonly string[], { kind, importId = null, cycle = null, reason = null }: Change): Promise<number> =>
  db.run(sql`
    insert into coordination.activity_change (scope, import_id, activity, organisation, kind, cycle, reason, before)
    select a.scope, ${importId}::uuid, a.id, a.organisation, ${kind}, ${cycle}::uuid, ${reason}::text, jsonb_build_object('activity', to_jsonb(a))
    from coordination.activity a where a.id = any (${activities}::uuid[])`)
