/**
 * The plan of the analysis, written before the answers come: what will be worked out of which question, and for whom. Whoever changes it later says why, and readers
 * see it; the line as it was stays.
 */
import { sql } from 'kysely'
import { audit, type Db, type House, insertRow, type Refusal, type Refused, refuse, refused, shapeOf } from '../../../kernel/index.ts'
import type { QuestionWords } from './results.ts'
import { PlanLine, type PlanLineRow } from './sample.ts'
import type { SurveyRow } from './survey.ts'

export type NewPlanLine = Pick<PlanLineRow, 'code' | 'label' | 'statistic' | 'question' | 'answers' | 'noAnswer' | 'denominator' | 'breakdowns'> & {
  reason?: string | undefined
  dropped?: boolean | undefined
}

/** The lines that hold now, in their order. */
export const planOf = (db: Db, survey: string): Promise<PlanLineRow[]> =>
  db.rows<PlanLineRow>(sql`
    select * from (select distinct on (code) id, survey, code, edition, turn, label, statistic, question, answers, no_answer, denominator, breakdowns, after_answers,
      reason, dropped, recorded_at from displacement.plan_line where survey = ${survey} order by code, edition desc) newest
    where not dropped order by turn, code`)

const inLanguage = (labels: Record<string, string>, language: 'pt' | 'en'): string | undefined =>
  Object.entries(labels).find(([name]) => name === language || name.endsWith(`(${language})`))?.[1]

const bilingualOf = (labels: Record<string, string>, otherwise: string) => {
  const some = Object.values(labels)[0] ?? otherwise
  return { pt: inLanguage(labels, 'pt') ?? some, en: inLanguage(labels, 'en') ?? some }
}

/** Questions of the form outside its repeats, by the key under which answers hold them. */
export async function questionsOfSurvey(db: Db, house: House, survey: Pick<SurveyRow, 'form'>): Promise<Record<string, QuestionWords>> {
  const shape = survey.form === null ? null : await shapeOf(house, db, survey.form)
  const top = shape?.tables.find(({ repeat }) => repeat === '')?.questions ?? []
  return Object.fromEntries(
    top.map(({ key, name, labels, choices = [] }) => [
      key,
      { label: bilingualOf(labels, name), choices: choices.map((choice) => ({ code: choice.name, label: bilingualOf(choice.labels, choice.name) })) },
    ]),
  )
}

const hasAnswers = async (db: Db, survey: string): Promise<boolean> =>
  (await db.one<{ there: boolean }>(sql`select exists (select 1 from displacement.sampled_unit where survey = ${survey} and status = 'visited') as there`))!
    .there

export async function writePlanLine(db: Db, house: House, survey: SurveyRow, given: NewPlanLine): Promise<{ id: string; edition: number } | Refused> {
  if (['approved', 'published', 'withdrawn'].includes(survey.state)) return refused(refuse('survey.approved-unchangeable'))
  const known = await questionsOfSurvey(db, house, survey)
  if (Object.keys(known).length === 0) return refused(refuse('survey.form-missing'))
  const asked = [given.question, given.denominator, ...given.breakdowns.filter((name) => name !== 'stratum')]
  const unknown = asked.filter((name) => name !== null && !known[name])
  const wrong: Refusal[] = unknown.map((question) => refuse('survey.question-unknown', { question: question! }))
  if (given.statistic === 'ratio' && given.denominator === null) wrong.push(refuse('survey.ratio-without-denominator', { line: given.code }))
  const afterAnswers = await hasAnswers(db, survey.id)
  const reason = given.reason?.trim() || null
  if (afterAnswers && reason === null) wrong.push(refuse('survey.plan-change-without-reason', { line: given.code }))
  if (wrong.length > 0) return refused(...wrong)
  const before = await db.one<{ edition: number; turn: number }>(
    sql`select edition, turn from displacement.plan_line where survey = ${survey.id} and code = ${given.code} order by edition desc limit 1`,
  )
  const next = await db.one<{ n: number }>(sql`select coalesce(max(turn), 0) + 1 as n from displacement.plan_line where survey = ${survey.id}`)
  const { dropped = false, ...line } = given
  const row = await insertRow(db, PlanLine, {
    ...{ ...line, scope: survey.scope, survey: survey.id, edition: (before?.edition ?? 0) + 1, turn: before?.turn ?? next!.n },
    ...{ reason, dropped, afterAnswers },
  })
  await audit(db, 'survey.plan', PlanLine.name, row.id, { code: given.code, edition: row.edition })
  return { id: row.id, edition: row.edition }
}
