/** A request for access is written down, its answer after it, and then whether the team got there; days cannot run backwards. */
import { sql } from 'kysely'
import { audit, covers, type Db, getRow, insertRow, type Refusal, type Refused, refuse, refused, today, updateRow } from '../../../kernel/index.ts'
import { AccessRequest, type AccessRow } from './accessRequest.ts'

export type AccessAsked = Pick<AccessRow, 'place' | 'askedOn' | 'office' | 'purpose'> & { round?: string | null }
export type AccessReplied = { reply: AccessRow['reply']; repliedOn?: string | null; replyWords?: string | null }
export type AccessOutcome = { outcome: NonNullable<AccessRow['outcome']>; outcomeOn: string; outcomeWords?: string | null }

const inTheFuture = (day: string | null | undefined): Refusal[] => (day && day > today() ? [refuse('access-log.in-the-future', { day })] : [])
const before = (day: string | null | undefined, asked: string): Refusal[] => (day && day < asked ? [refuse('access-log.before-asked', { day, asked })] : [])

/** Refusals: `access-log.place-unknown`, `access-log.in-the-future`, `access.not-allowed` outside the own area. */
export async function askForAccess(db: Db, given: AccessAsked): Promise<{ id: string } | Refused> {
  const known = await db.one(sql`select 1 from places.place where pcode = ${given.place}`)
  const problems = [...(known ? [] : [refuse('access-log.place-unknown', { place: given.place })]), ...inTheFuture(given.askedOn)]
  if (problems.length > 0) return { refused: problems }
  if (!covers(db.actor, given.place)) return refused(refuse('access.not-allowed', { deed: 'create', record: AccessRequest.name }))
  const { id } = await insertRow(db, AccessRequest, { scope: given.place, ...given, reply: 'waiting' })
  await audit(db, 'access.ask', AccessRequest.name, id)
  return { id }
}

/** Refusals: `access-log.before-asked`, `access-log.in-the-future`, `access-log.reply-day`. */
export async function replyToAccess(db: Db, id: string, given: AccessReplied): Promise<{ id: string } | Refused> {
  const row = await getRow(db, AccessRequest, id)
  if (!row) return refused(refuse('access.not-found'))
  const answered = given.reply !== 'waiting' && given.reply !== 'no_answer'
  const problems = [
    ...(answered && !given.repliedOn ? [refuse('access-log.reply-day')] : []),
    ...before(given.repliedOn, row.askedOn),
    ...inTheFuture(given.repliedOn),
  ]
  if (problems.length > 0) return { refused: problems }
  await updateRow(db, AccessRequest, id, { ...given, repliedOn: answered ? given.repliedOn : null })
  await audit(db, 'access.reply', AccessRequest.name, id, { reply: given.reply })
  return { id }
}

/** Without an answer too: teams are let through at the road, or turned back there. */
export async function closeAccess(db: Db, id: string, given: AccessOutcome): Promise<{ id: string } | Refused> {
  const row = await getRow(db, AccessRequest, id)
  if (!row) return refused(refuse('access.not-found'))
  const problems = [...before(given.outcomeOn, row.askedOn), ...inTheFuture(given.outcomeOn)]
  if (problems.length > 0) return { refused: problems }
  await updateRow(db, AccessRequest, id, given)
  await audit(db, 'access.outcome', AccessRequest.name, id, { outcome: given.outcome })
  return { id }
}
