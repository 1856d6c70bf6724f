/** What reviewers say about a submission without changing it: a note on one answer or on all, and the answer to a finding: it is true, because…, or back to the field. */
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { canUpdate } from '../../access/rules.ts'
import { audit } from '../../audit/audit.ts'
import { act, isRefused, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { getRow, insertRow, updateRow } from '../../record/store.ts'
import { refuse } from '../../refusal.ts'
import { ReviewNote, SubmissionFinding } from '../answer.ts'
import { letFall } from './letFall.ts'
import { countOpen, heldStanding, tellChange } from './standing.ts'

export const note = (house: House, actor: Actor, submission: string, asked: { path?: string; words: string }) =>
  act(house.doors, actor, async (db): Promise<{ note: string } | Refused> => {
    const standing = await heldStanding(db, submission)
    if (isRefused(standing)) return standing
    const made = await insertRow(db, ReviewNote, { scope: standing.scope, class: standing.class, submission, path: asked.path ?? null, words: asked.words })
    await audit(db, 'note', ReviewNote.name, made.id, { path: asked.path ?? null })
    return { note: made.id }
  })

export const resolveNote = (house: House, actor: Actor, id: string) =>
  act(house.doors, actor, async (db): Promise<{ resolvedAt: string } | Refused> => {
    if (!canUpdate(actor, ReviewNote)) return refused(refuse('access.not-allowed', { deed: 'resolve', record: ReviewNote.name }))
    const found = await getRow(db, ReviewNote, id)
    if (!found) return refused(refuse('access.not-found'))
    const resolvedAt = new Date().toISOString()
    if (!(await updateRow(db, ReviewNote, id, { resolvedAt }))) return refused(refuse('access.not-allowed', { deed: 'resolve', record: ReviewNote.name }))
    await audit(db, 'resolve', ReviewNote.name, id)
    return { resolvedAt }
  })

/** `confirmed`: the answer is true, and why. `returned`: the whole submission goes back with the question. A correction answers a finding too (correct.ts). */
export const answerFinding = (house: House, actor: Actor, id: string, asked: { state: 'confirmed' | 'returned'; answer: string }) =>
  act(house.doors, actor, async (db): Promise<{ state: string } | Refused> => {
    const finding = await getRow(db, SubmissionFinding, id)
    if (!finding) return refused(refuse('access.not-found'))
    const home = await db.one<{ submission: string }>(sql`select submission from forms.standing where current = ${finding.submission}`)
    if (!home) return refused(refuse('forms.finding-outdated'))
    const standing = await heldStanding(db, home.submission)
    if (isRefused(standing)) return standing
    if (finding.state !== 'open') return refused(refuse('forms.finding-answered', { state: finding.state }))
    const answered = { state: asked.state, answer: asked.answer, answeredBy: actor.userId, answeredAt: new Date().toISOString() }
    if (!(await updateRow(db, SubmissionFinding, id, answered)))
      return refused(refuse('access.not-allowed', { deed: 'answer', record: SubmissionFinding.name }))
    const obstacle = asked.state === 'returned' ? await letFall(house, db, standing, { state: 'rejected', reason: asked.answer }) : null
    if (obstacle) return obstacle
    await countOpen(db, standing)
    await tellChange(db, standing)
    await audit(db, asked.state, SubmissionFinding.name, id, { code: finding.code, path: finding.path })
    return { state: asked.state }
  })
