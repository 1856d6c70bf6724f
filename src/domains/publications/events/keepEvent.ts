/** Events are planned, changed, cleared for the public by somebody else, and cancelled with a reason that stays to be read. */
import { sql } from 'kysely'
import { audit, type Db, getRow, insertRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { type EventRow, PublicEvent } from './event.ts'

export type EventGiven = Pick<EventRow, 'kind' | 'title' | 'about' | 'place' | 'venue' | 'startsAt' | 'endsAt' | 'donors' | 'isPublic'>

/** `id` null: a new one. A change of what the public knows has to be cleared anew. */
export async function keepEvent(db: Db, given: EventGiven, id: string | null): Promise<{ id: string } | Refused> {
  const known = await db.one<{ donors: number; place: boolean }>(sql`
    select (select count(*)::int from organisations.organisation where id = any (${given.donors}::uuid[])) as donors,
      exists (select 1 from places.place where pcode = ${given.place}) as place`)
  const wrong = [
    ...(given.endsAt > given.startsAt ? [] : [refuse('event.ends-before-it-begins')]),
    ...(known!.place ? [] : [refuse('campaign.place-unknown')]),
    ...(known!.donors === new Set(given.donors).size ? [] : [refuse('event.donor-unknown')]),
  ]
  if (wrong.length > 0) return { refused: wrong }
  const values = { ...given, writtenBy: db.actor.userId, clearedBy: null, clearedAt: null }
  if (!id) {
    const made = await insertRow(db, PublicEvent, { scope: given.place, ...values })
    await audit(db, 'event.plan', PublicEvent.name, made.id)
    return { id: made.id }
  }
  const row = await getRow(db, PublicEvent, id)
  if (!row) return refused(refuse('access.not-found'))
  if (row.cancelledBecause) return refused(refuse('event.cancelled'))
  await updateRow(db, PublicEvent, id, values)
  await audit(db, 'event.change', PublicEvent.name, id)
  return { id }
}

export async function clearEvent(db: Db, id: string, now: string): Promise<{ ok: true } | Refused> {
  const row = await getRow(db, PublicEvent, id)
  if (!row) return refused(refuse('access.not-found'))
  if (row.cancelledBecause) return refused(refuse('event.cancelled'))
  if (!row.isPublic) return refused(refuse('event.not-for-the-public'))
  if (row.writtenBy === db.actor.userId) return refused(refuse('message.same-person'))
  await updateRow(db, PublicEvent, id, { clearedBy: db.actor.userId, clearedAt: now })
  await audit(db, 'event.clear', PublicEvent.name, id)
  return { ok: true }
}

export async function cancelEvent(db: Db, id: string, because: string): Promise<{ ok: true } | Refused> {
  const row = await updateRow(db, PublicEvent, id, { cancelledBecause: because })
  if (!row) return refused(refuse('access.not-found'))
  await audit(db, 'event.cancel', PublicEvent.name, id)
  return { ok: true }
}
