/**
 * What came from the field and did not fit any more: kept whole, with the reason, until an officer has carried it out after all or closed it with words. Carried out, it
 * stays the deed of whoever did it on site; the officer is the one who settled it.
 */
import { sql } from 'kysely'
import type { RoundKind } from '../../../engines/solutions/index.ts'
import { type Actor, act, audit, type Db, isId, type House as Mission, type Refusal, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { carryOut } from './carryOut.ts'
import { RoundFactKept, type RoundFactRow } from './roundFact.ts'

export type AsideLine = {
  id: string
  kind: RoundKind
  saidAt: string
  recordedAt: string
  content: string
  reasons: Refusal[]
  by: string | null
  house: string | null
  number: string | null
  programme: string | null
  /** Household of a way, where the fact is about a consent. */
  household: string | null
}

export const asideNow = (db: Db): Promise<AsideLine[]> =>
  db.rows<AsideLine>(sql`
    select f.id, f.kind, f.said_at, f.recorded_at, f.content, f.reasons, k.name as by, h.id as house, h.number, h.programme, w.household
    from solutions.round_fact f left join kernel.person k on k.id = f.recorded_by left join solutions.house h on h.id::text = f.subject
    left join solutions.consent c on c.id::text = f.subject left join solutions.pathway w on w.id::text = f.subject or w.id = c.pathway
    where f.state = 'aside' order by f.said_at, f.id limit 500`)

type Settled = { words: string; again: boolean }

export async function settleAside(mission: Mission, actor: Actor, id: string, { words, again }: Settled): Promise<{ id: string } | Refused> {
  return act(mission.doors, actor, async (db) => {
    const row = isId(id) ? await db.one<RoundFactRow>(sql`select * from solutions.round_fact where id = ${id} for update`) : null
    if (!row) return refused(refuse('access.not-found'))
    if (row.state !== 'aside') return refused(refuse('solutions.settled-already'))
    const problem = again ? await inTheAuthorsName(db, mission, row) : null
    if (problem) return problem
    await db.run(sql`
      update solutions.round_fact set state = 'settled', settled_by = ${db.actor.userId}::uuid, settled_words = ${words}, version = version + 1 where id = ${id}`)
    await audit(db, again ? 'round.carry-out' : 'round.close', RoundFactKept.name, id)
    return { id }
  })
}

/** With the rights of the officer who settles it, who must hold them there, and the name of whoever saw it: three people stay three. */
async function inTheAuthorsName(db: Db, mission: Mission, row: RoundFactRow): Promise<Refused | null> {
  const { device, sequence, kind, subject, content, saidAt, recordedBy } = row
  const name = (person: string | null) => db.rows(sql`select set_config('app.user', ${person ?? ''}, true)`)
  await name(recordedBy)
  const problem = await carryOut({ ...db, actor: { ...db.actor, userId: recordedBy } }, mission, { device, sequence, kind, subject, content, at: saidAt })
  await name(db.actor.userId)
  return problem
}
