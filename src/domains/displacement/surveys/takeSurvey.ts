/** An approved survey form becomes the answers of one sampled unit. A second complete form for the same unit is kept beside the first, and a person chooses. */
import { sql } from 'kysely'
import {
  type AnswersTree,
  audit,
  type Db,
  type House,
  insertRow,
  type Refused,
  refuse,
  refused,
  type TakenRecord,
  type TakenSubmission,
  type Taker,
  updateRow,
} from '../../../kernel/index.ts'
import { textIn } from '../field/answers.ts'
import { SurveyAnswer, type SurveyAnswerRow, unitStatuses } from './sample.ts'

/** Questions of the frame of every survey form, wherever the author put them. */
const keyNamed = ({ answers }: AnswersTree, name: string): string => Object.keys(answers).find((key) => key.split('/').at(-1) === name) ?? name

const outcomeIn = (tree: AnswersTree): SurveyAnswerRow['outcome'] => {
  const said = textIn(tree, keyNamed(tree, 'outcome'))
  const known = unitStatuses.filter((status) => status !== 'waiting' && status !== 'replaced')
  return known.find((status) => status.toLowerCase() === said?.replaceAll('_', '').toLowerCase()) ?? 'visited'
}

type Found = { id: string; scope: string; survey: string; surveyCode: string; state: string; status: string; isActive: boolean }

const unitOf = (db: Db, form: string, code: string): Promise<Found | null> =>
  db.one<Found>(sql`
    select u.id, u.scope, u.survey, s.code as survey_code, s.state, u.status, u.asked and (u.role = 'drawn' or u.replaces is not null) as is_active
    from displacement.sampled_unit u join displacement.survey s on s.id = u.survey and s.draw = u.draw
    where s.form = ${form} and u.code = ${code} and u.asked`)

/** What is known of a unit after its forms: answered once somebody answered, else what the last visit met. */
export const settleStatus = (db: Db, unit: string) =>
  db.run(sql`
    update displacement.sampled_unit u set version = u.version + 1, status = coalesce(
      (select 'visited' from displacement.survey_answer a where a.unit = u.id and a.outcome = 'visited' limit 1),
      (select a.outcome from displacement.survey_answer a where a.unit = u.id order by a.day desc nulls last, a.recorded_at desc limit 1), 'waiting')
    where u.id = ${unit} and u.status <> 'replaced'`)

async function take(db: Db, _house: House, { root, id, form, answers, effectiveAt }: TakenSubmission): Promise<TakenRecord[] | Refused> {
  const code = textIn(answers, keyNamed(answers, 'unit')) ?? ''
  const unit = await unitOf(db, form.id, code)
  if (!unit) return refused(refuse('survey.unit-unknown', { unit: code }))
  if (unit.state !== 'collecting') return refused(refuse('survey.not-collecting', { survey: unit.surveyCode }))
  if (unit.status === 'replaced') return refused(refuse('survey.unit-replaced', { unit: code }))
  if (!unit.isActive) return refused(refuse('survey.unit-in-reserve', { unit: code }))
  const known = await db.one<{ id: string; unit: string }>(sql`select id, unit from displacement.survey_answer where import_id = ${root}`)
  const dayKey = keyNamed(answers, 'day')
  const values = { survey: unit.survey, unit: unit.id, day: textIn(answers, dayKey), outcome: outcomeIn(answers), answers: answers.answers, effectiveAt }
  const row = known
    ? (await updateRow(db, SurveyAnswer, known.id, { ...values, chosen: null }))!
    : await insertRow(db, SurveyAnswer, { ...values, scope: unit.scope, importId: root })
  // A corrected form may name another unit: both are settled.
  for (const each of new Set([unit.id, ...(known ? [known.unit] : [])])) await settleStatus(db, each)
  await audit(db, 'survey.taken', SurveyAnswer.name, row.id, { submission: id })
  return [{ record: SurveyAnswer.name, id: row.id, paths: { unit: `/data/${keyNamed(answers, 'unit')}`, day: `/data/${dayKey}` } }]
}

async function takeBack(db: Db, _house: House, { root }: Pick<TakenSubmission, 'root'>): Promise<Refused | null> {
  const known = await db.one<{ id: string; unit: string; state: string; code: string }>(sql`
    select a.id, a.unit, s.state, s.code from displacement.survey_answer a join displacement.survey s on s.id = a.survey where a.import_id = ${root}`)
  if (!known) return null
  if (known.state !== 'collecting') return refused(refuse('survey.not-collecting', { survey: known.code }))
  await db.run(sql`delete from displacement.survey_answer where id = ${known.id}`)
  await settleStatus(db, known.unit)
  await audit(db, 'survey.taken-back', SurveyAnswer.name, known.id)
  return null
}

export const surveyTaker: Taker = {
  name: 'displacement.survey',
  about: { pt: 'Inquérito: as respostas de uma unidade sorteada', en: 'Survey: the answers of one sampled unit' },
  take,
  takeBack,
}
