/**
 * What the desk does with a request: looks, prepares, asks back, refuses, grants by somebody else than who prepared it, gives a new link, takes it back, erases.
 * Every deed leaves a line in the audit without a word of what is sealed.
 */
import { sql } from 'kysely'
import { audit, bury, type Db, getRow, type House, hashOfSecret, newSecret, type Refused, refuse, refused, updateRow } from '../../kernel/index.ts'
import { DataRequest, type DataRequestRow, type Note, type Sealed } from './dataRequest.ts'
import { closeRequestAgain, openRequest } from './sealedRequest.ts'

type Change = Partial<DataRequestRow>
type Deed = { deed: string; from: readonly DataRequestRow['state'][]; note: Omit<Note, 'at' | 'by'> | null; change: (row: DataRequestRow) => Change | Refused }

export const requestsNow = (db: Db) =>
  db.rows<Omit<DataRequestRow, 'sealed' | 'linkHash'>>(sql`
    select id, scope, class, recorded_at, version, number, product, product_version, state, language, use_until, prepared_by, decided_by, decided_at, granted_until,
      revoked_at, openings, last_opened_at, erased_at
    from publications.data_request order by case when state in ('received', 'asked_back', 'prepared') then 0 else 1 end, recorded_at desc limit 1000`)

export type Looked = { content: Sealed | null; people: Record<string, string> }

export async function lookAtRequest(house: House, db: Db, id: string): Promise<Looked | Refused> {
  const row = await getRow(db, DataRequest, id)
  if (!row) return refused(refuse('access.not-found'))
  const content = openRequest(house, row)
  const ids = [row.preparedBy, row.decidedBy, ...(content?.notes.map(({ by }) => by) ?? [])].filter((each) => each !== null)
  const people = await db.rows<{ id: string; name: string }>(sql`select id, name from kernel.person where id = any (${ids}::uuid[])`)
  await audit(db, 'data-request.look', DataRequest.name, id)
  return { content, people: Object.fromEntries(people.map((person) => [person.id, person.name])) }
}

/** One step: from a state that allows it, with its note sealed beside the others, and a line in the audit. */
async function decide(house: House, db: Db, id: string, { deed, from, note, change }: Deed): Promise<DataRequestRow | Refused> {
  const row = await getRow(db, DataRequest, id)
  if (!row) return refused(refuse('access.not-found'))
  if (!from.includes(row.state)) return refused(refuse('publications.wrong-state', { number: row.number }))
  const changed = change(row)
  if ('refused' in changed) return changed as Refused
  const content = openRequest(house, row)
  if (!content) return refused(refuse('publications.erased', { number: row.number }))
  const notes = note ? [...content.notes, { ...note, at: new Date().toISOString(), by: db.actor.userId }] : content.notes
  const sealed = closeRequestAgain(house, row, { ...content, notes })
  const after = await updateRow(db, DataRequest, id, { ...changed, sealed })
  if (!after) return refused(refuse('access.not-found'))
  await audit(db, deed, DataRequest.name, id, { number: row.number })
  return after
}

const open = ['received', 'asked_back', 'prepared'] as const

export const prepareRequest = (house: House, db: Db, id: string, text: string) =>
  decide(house, db, id, {
    ...{ deed: 'data-request.prepare', from: ['received', 'prepared'] },
    note: { kind: 'prepared', text },
    change: () => ({ state: 'prepared', preparedBy: db.actor.userId }),
  })

export const askBack = (house: House, db: Db, id: string, text: string) =>
  decide(house, db, id, { deed: 'data-request.ask', from: open, note: { kind: 'asked', text }, change: () => ({ state: 'asked_back' }) })

/** What the person wrote back; whoever prepares it looks at it anew. */
export const recordAnswer = (house: House, db: Db, id: string, text: string) =>
  decide(house, db, id, {
    deed: 'data-request.answer',
    from: ['asked_back'],
    note: { kind: 'answered', text },
    change: () => ({ state: 'received', preparedBy: null }),
  })

export const refuseRequest = (house: House, db: Db, id: string, text: string) =>
  decide(house, db, id, {
    ...{ deed: 'data-request.refuse', from: open },
    note: { kind: 'refused', text },
    change: () => ({ state: 'refused', decidedBy: db.actor.userId, decidedAt: new Date().toISOString() }),
  })

export type Granted = { secret: string; until: string }

export async function grantRequest(house: House, db: Db, id: string, given: { until: string; today: string; note: string }): Promise<Granted | Refused> {
  const secret = newSecret()
  const done = await decide(house, db, id, {
    ...{ deed: 'data-request.grant', from: ['prepared'] },
    note: { kind: 'granted', text: given.note },
    change: (row) => {
      if (row.preparedBy === db.actor.userId) return refused(refuse('publications.same-person'))
      if (given.until <= given.today || given.until > row.useUntil) return refused(refuse('publications.grant-too-long', { until: row.useUntil }))
      return { state: 'granted', decidedBy: db.actor.userId, decidedAt: new Date().toISOString(), grantedUntil: given.until, linkHash: hashOfLink(secret) }
    },
  })
  return 'refused' in done ? done : { secret, until: given.until }
}

/** The link was lost, or went to the wrong person: the old one stops at once. */
export async function renewLink(house: House, db: Db, id: string): Promise<Granted | Refused> {
  const secret = newSecret()
  const done = await decide(house, db, id, {
    ...{ deed: 'data-request.new-link', from: ['granted'], note: null },
    change: (row) => (row.revokedAt ? refused(refuse('publications.wrong-state', { number: row.number })) : { linkHash: hashOfLink(secret) }),
  })
  return 'refused' in done ? done : { secret, until: done.grantedUntil! }
}

export const revokeRequest = (house: House, db: Db, id: string, text: string) =>
  decide(house, db, id, {
    ...{ deed: 'data-request.revoke', from: ['granted'] },
    note: { kind: 'revoked', text },
    change: (row) => (row.revokedAt ? refused(refuse('publications.wrong-state', { number: row.number })) : { revokedAt: new Date().toISOString() }),
  })

export const hashOfLink = (secret: string): string => hashOfSecret(secret).toString('hex')

/** The person is erased, the row stays and says that somebody asked; a living link ends with it. */
export async function eraseRequests(db: Db, ids: readonly string[], reason: string): Promise<number> {
  const rows = await db.rows<{ id: string }>(sql`
    update publications.data_request set sealed = null, link_hash = null, erased_at = now(), version = version + 1
    where id = any (${[...ids]}::uuid[]) and sealed is not null returning id`)
  await bury(
    db,
    'data-request',
    rows.map(({ id }) => id),
    reason,
  )
  for (const { id } of rows) await audit(db, 'data-request.erase', DataRequest.name, id)
  return rows.length
}
