/** Media requests as the desk sees them: taken in with who asks closed, open ones by deadline, late ones first. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { audit, type Db, getRow, type House, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { type Journalist, MediaRequest, type MediaRequestRow } from './mediaRequest.ts'

export type NewRequest = Pick<MediaRequestRow, 'outlet' | 'deadline' | 'language' | 'question' | 'sensitive'> & Journalist

export async function takeRequest(house: House, db: Db, { journalist, contact, ...given }: NewRequest): Promise<{ id: string; number: string } | Refused> {
  const receivedAt = new Date().toISOString()
  if (given.deadline <= receivedAt) return refused(refuse('media.deadline-past'))
  const id = randomUUID()
  const close = (await house.vault.make([id])).get(id)!
  const next = await db.one<{ n: number }>(sql`select nextval('publications.media_number')::int as n`)
  const number = `PM-${String(next!.n).padStart(4, '0')}`
  const sealed = close(JSON.stringify({ journalist: journalist.trim(), contact: contact.trim() }))
  await insertRow(db, MediaRequest, { id, scope: house.pack.country.pcode, ...given, number, receivedAt, state: 'received', sealed })
  await audit(db, 'publications.media-request', MediaRequest.name, id, { number })
  return { id, number }
}

export type MediaLine = Omit<MediaRequestRow, 'sealed'> & { late: boolean; people: Record<string, string> }

const open = sql`r.state in ('received', 'assigned', 'drafted', 'cleared')`

export const mediaRequestsNow = (db: Db): Promise<MediaLine[]> =>
  db.rows(sql`
    select r.id, r.version, r.number, r.outlet, r.received_at, r.deadline, r.language, r.question, r.sensitive, r.state, r.assigned_to, r.answer, r.drafted_by, r.cleared_by,
      r.informed_on, r.answered_at, r.declined_because, r.published_link, (${open} and r.deadline < now()) as late,
      (select coalesce(jsonb_object_agg(p.id, p.name), '{}') from kernel.person p where p.id in (r.assigned_to, r.drafted_by, r.cleared_by)) as people
    from publications.media_request r order by not ${open}, r.deadline, r.id limit 500`)

/** For the first screen of whoever answers for the mission. */
export const lateRequests = (db: Db) =>
  db.rows<{ id: string; number: string; outlet: string; deadline: string; state: string }>(sql`
    select r.id, r.number, r.outlet, r.deadline, r.state from publications.media_request r where ${open} and r.deadline < now() order by r.deadline limit 50`)

export async function whoAsks(house: House, db: Db, id: string): Promise<Journalist | Refused> {
  const row = await getRow(db, MediaRequest, id)
  const text = row?.sealed ? house.vault.open(id, row.sealed) : null
  if (!row || text === null) return refused(refuse('access.not-found'))
  await audit(db, 'publications.media-look', MediaRequest.name, id)
  return JSON.parse(text) as Journalist
}
