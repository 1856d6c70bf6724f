/**
 * A correction is a row of its own with its reason: another value, a blank, the whole submission out, or the word that the value is right as it stands. The
 * document stays as it was sent; what filters and feeds see is made anew from document and corrections.
 */
import { sql } from 'kysely'
import { typedAnswer } from '../../../engines/instance/typedAnswer.ts'
import type { Actor } from '../../access/actor.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Db, isRefused, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { insertRow } from '../../record/store.ts'
import { refuse } from '../../refusal.ts'
import { AnswerCorrection } from '../answer.ts'
import { asTheHouse } from '../asTheHouse.ts'
import { keyOf, type Question, questionsOf } from '../questionTable.ts'
import { letFall } from './letFall.ts'
import { countOpen, heldStanding, type StandingRow, tellChange } from './standing.ts'
import { takeRecords } from './takeRecords.ts'

export type CorrectionAsked = {
  path: string
  turn: number
  changeType: 'change_response' | 'blank_response' | 'remove_survey' | 'no_action'
  /** As a phone would send it: text. */
  after?: string
  reason: string
  issue?: string
  rule?: string
}

/** A value of another kind than the question's would make the column unreadable. */
function wrongKind(question: Question, value: unknown, typed: string): boolean {
  if (question.answer === 'int') return typeof value !== 'number'
  if (question.answer === 'decimal') return !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(typed.trim())
  if (question.answer === 'date') return !/^\d{4}-\d\d-\d\d$/.test(typed.trim()) || Number.isNaN(Date.parse(typed.trim()))
  if (/^geo/.test(question.answer)) return typeof value !== 'object'
  if (!question.choices || !/^select/.test(question.type)) return false
  const names = new Set(question.choices.map(({ name }) => name))
  return (Array.isArray(value) ? value : [value]).some((name) => !names.has(String(name)))
}

type Row = { id: string; answers: Record<string, unknown>; corrected: Record<string, unknown> | null }

async function cell(house: House, db: Db, standing: StandingRow, asked: CorrectionAsked) {
  const sent = await db.one<{ formVersion: string }>(sql`select form_version from forms.submission where id = ${standing.current}`)
  const question = (await questionsOf(house, db, sent!.formVersion)).find(({ path, kind }) => path === asked.path && kind === 'question')
  if (!question) return refused(refuse('forms.filter-unknown-question', { question: asked.path, form: '' }))
  const row = await db.one<Row>(sql`
    select id, answers, corrected from forms.answers where submission = ${standing.current} and repeat = ${question.repeat ?? ''} and turn = ${asked.turn}`)
  if (!row) return refused(refuse('forms.turn-unknown', { question: asked.path, turn: asked.turn }))
  const typed = asked.after ?? ''
  const after = asked.changeType === 'change_response' ? typedAnswer(question, typed) : asked.changeType === 'blank_response' ? null : undefined
  if (asked.changeType === 'change_response' && (after === null || wrongKind(question, after, typed)))
    return refused(refuse('forms.correction-wrong-kind', { question: asked.path, kind: question.type }))
  const now = row.corrected ?? row.answers
  const key = keyOf(question)
  return { row, key, before: now[key] ?? null, after: after === undefined ? (now[key] ?? null) : after, now }
}

async function correctWithin(house: House, db: Db, submission: string, asked: CorrectionAsked): Promise<{ correction: string } | Refused> {
  const standing = await heldStanding(db, submission)
  if (isRefused(standing)) return standing
  if (standing.state === 'withdrawn') return refused(refuse('forms.not-in-review', { state: standing.state }))
  const removed = asked.changeType === 'remove_survey'
  if (/response$/.test(asked.changeType) && (await db.one(sql`select 1 from forms.form where id = ${standing.form} and sealed`)))
    return refused(refuse('forms.sealed-not-corrected'))
  const found = removed ? { before: null, after: null } : await cell(house, db, standing, asked)
  if (isRefused(found)) return found
  const correction = await insertRow(db, AnswerCorrection, {
    scope: standing.scope,
    class: standing.class,
    submission: standing.current,
    path: removed ? '' : asked.path,
    turn: removed ? 0 : asked.turn,
    before: found.before,
    after: found.after,
    changeType: asked.changeType,
    reason: asked.reason,
    issue: asked.issue ?? null,
    rule: asked.rule ?? null,
  })
  if ('row' in found && asked.changeType !== 'no_action') {
    const { row, key, now, after } = found
    await asTheHouse(db, (within) =>
      within.run(sql`update forms.answers set corrected = ${JSON.stringify({ ...now, [key]: after })}::jsonb, version = version + 1 where id = ${row.id}`),
    )
  }
  await db.run(sql`
    update forms.finding set state = ${asked.changeType === 'no_action' ? 'confirmed' : 'corrected'}, answer = ${asked.reason}, answered_by = ${db.actor.userId},
      answered_at = now(), version = version + 1
    where submission = ${standing.current} and state = 'open' and ${removed ? sql`true` : sql`path = ${asked.path}`} and ${asked.rule ? sql`code = ${asked.rule}` : sql`true`}`)
  await countOpen(db, standing)
  const obstacle = removed ? await letFall(house, db, standing, { state: 'withdrawn', reason: asked.reason }) : null
  if (obstacle) return obstacle
  // What was approved already is a record already: it follows the correction at once.
  const records = standing.state === 'approved' && !removed && asked.changeType !== 'no_action' ? await takeRecords(house, db, standing) : []
  if (isRefused(records)) return records
  await tellChange(db, standing)
  await audit(db, 'correct', AnswerCorrection.name, correction.id, { path: correction.path, changeType: asked.changeType })
  return { correction: correction.id }
}

export const correct = (house: House, actor: Actor, submission: string, asked: CorrectionAsked) =>
  act(house.doors, actor, (db) => correctWithin(house, db, submission, asked))
