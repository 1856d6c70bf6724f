/**
 * Approve or send back. Nobody approves what he sent himself, unless the form says so; many at once only where nothing is open. An approval, the records that
 * follow from it and the changes of lists are one transaction.
 */
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Db, isRefused, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { takeItems } from '../lists/takeItems.ts'
import { Standing } from '../submission.ts'
import { letFall } from './letFall.ts'
import { changeStanding, heldStanding, type StandingRow, tellChange } from './standing.ts'
import { takeRecords } from './takeRecords.ts'

type Sent = { sentBy: string | null; makerChecker: boolean; takenAlready: boolean }

const sentOf = (db: Db, { current, form }: StandingRow) =>
  db.one<Sent>(sql`
    select s.recorded_by as sent_by, f.maker_checker,
      f.taken_at = 'receipt' and exists (select 1 from forms.origin o where o.submission = coalesce(s.root, s.id) and o.instance = s.id and o.taken_back_at is null) as taken_already
    from forms.submission s join forms.form f on f.id = ${form} where s.id = ${current}`)

const open = new Set(['received', 'hasIssues', 'edited', 'rejected'])

function againstApproval(standing: StandingRow, sent: Sent, approver: string | null): Refusal[] {
  const found: Refusal[] = []
  if (!open.has(standing.state)) found.push(refuse('forms.not-in-review', { state: standing.state }))
  if (sent.makerChecker && sent.sentBy !== null && sent.sentBy === approver) found.push(refuse('forms.own-submission'))
  return found
}

async function approveWithin(house: House, db: Db, submission: string, how: 'one' | 'many'): Promise<{ state: 'approved'; records: number } | Refused> {
  const standing = await heldStanding(db, submission)
  if (isRefused(standing)) return standing
  const sent = (await sentOf(db, standing))!
  const against = againstApproval(standing, sent, db.actor.userId)
  if (how === 'many' && standing.openFindings > 0) against.push(refuse('forms.open-findings', { n: standing.openFindings }))
  if (against.length > 0) return { refused: against }
  const after = await changeStanding(db, standing, { state: 'approved', decidedBy: db.actor.userId, decidedAt: new Date().toISOString(), reason: null })
  if (!after) return refused(refuse('access.not-allowed', { deed: 'approve', record: Standing.name }))
  const items = await takeItems(house, db, standing.current, 'approval')
  if (isRefused(items)) return items
  const records = sent.takenAlready ? [] : await takeRecords(house, db, standing)
  if (isRefused(records)) return records
  await tellChange(db, standing)
  await audit(db, 'approve', Standing.name, standing.id, { from: standing.state, openFindings: standing.openFindings, records: records.length })
  return { state: 'approved', records: records.length }
}

export const approve = (house: House, actor: Actor, submission: string) => act(house.doors, actor, (db) => approveWithin(house, db, submission, 'one'))

/** Each one is a deed of its own: one that cannot be approved does not hold back the others. */
export async function approveMany(house: House, actor: Actor, submissions: readonly string[]) {
  const approved: string[] = []
  const left: { submission: string; refusals: Refusal[] }[] = []
  for (const submission of submissions) {
    const done = await act(house.doors, actor, (db) => approveWithin(house, db, submission, 'many'))
    if (isRefused(done)) left.push({ submission, refusals: done.refused })
    else approved.push(submission)
  }
  return { approved, left }
}

/** Back to whoever sent it, who may edit it and send it again; what an earlier approval made of it is taken back. */
export const reject = (house: House, actor: Actor, submission: string, reason: string) =>
  act(house.doors, actor, async (db): Promise<{ state: 'rejected' } | Refused> => {
    const standing = await heldStanding(db, submission)
    if (isRefused(standing)) return standing
    if (standing.state === 'withdrawn' || standing.state === 'rejected') return refused(refuse('forms.not-in-review', { state: standing.state }))
    const obstacle = await letFall(house, db, standing, { state: 'rejected', reason })
    if (obstacle) return obstacle
    await db.run(sql`
      update forms.finding set state = 'returned', answered_by = ${actor.userId}, answered_at = now(), version = version + 1
      where submission = ${standing.current} and state = 'open'`)
    await db.run(sql`update forms.standing set open_findings = 0 where id = ${standing.id}`)
    await tellChange(db, standing)
    await audit(db, 'reject', Standing.name, standing.id, { from: standing.state })
    return { state: 'rejected' }
  })
