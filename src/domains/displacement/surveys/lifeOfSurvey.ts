/**
 * The life of a survey: designed, drawn, collected, weighted, approved by somebody else, published. Each step gives every reason that stands in its way: no data
 * before the plan, no opinions on security before the protection review, no figure before every unit has its outcome.
 */
import { sql } from 'kysely'
import {
  audit,
  type House,
  isRefused,
  oncePerStep,
  optional,
  type Refusal,
  type Refused,
  refuse,
  type StepContext,
  text,
  workflow,
} from '../../../kernel/index.ts'
import { contentHash } from '../../../kernel/publishing.ts'
import { progressOf, twiceAnswered } from './answered.ts'
import { workOut } from './approve.ts'
import { drawUnits } from './draw.ts'
import { withdrawMicrodata } from './microdata/publishMicrodata.ts'
import { planOf } from './plan.ts'
import { publicationObstacles, publishSurvey, withdrawSurvey } from './publishSurvey.ts'
import { Survey, type SurveyRow } from './survey.ts'

const houseOf = ({ house }: StepContext) => house as House

const notPlanned = async ({ id }: SurveyRow, { db }: StepContext): Promise<Refusal[]> =>
  (await planOf(db, id)).length === 0 ? [refuse('survey.plan-missing')] : []

const formMissing = async ({ form }: SurveyRow): Promise<Refusal[]> => (form === null ? [refuse('survey.form-missing')] : [])

/** People may be in danger for what they say of police and armed forces. */
const reviewMissing = async ({ aboutSecurity, protectionReview }: SurveyRow): Promise<Refusal[]> =>
  aboutSecurity && protectionReview === null ? [refuse('survey.protection-review-missing')] : []

async function notDrawable({ id, design }: SurveyRow, { db }: StepContext): Promise<Refusal[]> {
  const framed = await db.one(sql`select 1 from displacement.sample_frame where survey = ${id} limit 1`)
  return [...(framed ? [] : [refuse('survey.frame-missing')]), ...(design === null ? [refuse('survey.design-missing')] : [])]
}

/** A unit without an outcome would look as if it had refused, or as if it had never been drawn. */
async function unitsWaiting(survey: SurveyRow, { db }: StepContext): Promise<Refusal[]> {
  const waiting = await db.rows<{ code: string }>(sql`
    select code from displacement.sampled_unit where survey = ${survey.id} and draw = ${survey.draw} and asked and status = 'waiting'
      and (role = 'drawn' or replaces is not null) order by code`)
  return waiting.length > 0 ? [refuse('survey.units-waiting', { n: waiting.length, units: waiting.slice(0, 20).map(({ code }) => code) })] : []
}

async function choicesOpen(survey: SurveyRow, { db }: StepContext): Promise<Refusal[]> {
  const twice = await twiceAnswered(db, survey)
  return twice.length > 0 ? [refuse('survey.two-answers', { units: twice.map(({ unit }) => unit) })] : []
}

async function nobodyAnswered(survey: SurveyRow, { db }: StepContext): Promise<Refusal[]> {
  const lines = await progressOf(db, survey)
  return lines.every(({ visited }) => visited === 0) ? [refuse('survey.no-answers')] : []
}

/** What a second person says yes to must not be his own work: neither the weights, nor a plan that he changed when the answers were there. */
async function samePerson({ id, weightedBy }: SurveyRow, { db }: StepContext): Promise<Refusal[]> {
  const { userId } = db.actor
  const changed = await db.one(sql`select 1 from displacement.plan_line where survey = ${id} and after_answers and recorded_by = ${userId}::uuid limit 1`)
  return (weightedBy !== null && weightedBy === userId) || changed ? [refuse('survey.same-person')] : []
}

const resultsOfStep = oncePerStep((survey: SurveyRow, context) => workOut(context.db, houseOf(context), survey))

async function notWorkedOut(survey: SurveyRow, context: StepContext): Promise<Refusal[]> {
  const results = await resultsOfStep(survey, context)
  return isRefused(results) ? results.refused : []
}

async function approve(survey: SurveyRow, context: StepContext): Promise<Partial<SurveyRow> | Refused> {
  const results = await resultsOfStep(survey, context)
  return isRefused(results) ? results : { results, resultsHash: contentHash(results), approvedBy: context.db.actor.userId }
}

/** The draw that did not please stays on record, with the reason and its seed. */
async function setAside(survey: SurveyRow, { db, input }: StepContext): Promise<Partial<SurveyRow>> {
  const reason = String(input.reason)
  await audit(db, 'survey.draw-set-aside', Survey.name, survey.id, { draw: survey.draw, reason })
  return { draw: 0, draws: survey.draws.map((draw) => (draw.number === survey.draw ? { ...draw, setAside: reason } : draw)) }
}

const reopened: Partial<SurveyRow> = { results: null, resultsHash: null, approvedBy: null }

/** The single answers go with the figures that they no longer give. */
async function correct(survey: SurveyRow, { db, input }: StepContext): Promise<Partial<SurveyRow>> {
  const changeNote = { pt: String(input.notePt), en: String(input.noteEn) }
  await withdrawMicrodata(db, survey, `${changeNote.pt} · ${changeNote.en}`)
  return { ...reopened, changeNote }
}

export const lifeOfSurvey = workflow(Survey, {
  designing: {
    draw: {
      label: { pt: 'Sortear a amostra', en: 'Draw the sample' },
      to: 'drawn',
      by: ['dataOfficer'],
      asks: { seed: optional(text('Semente (vazia: a casa tira uma)', 'Seed (empty: the house takes one)', { letters: 60 })) },
      unless: [notDrawable],
      also: (survey, { db, input }) => drawUnits(db, survey, typeof input.seed === 'string' ? { seed: input.seed } : {}),
    },
  },
  drawn: {
    redesign: {
      label: { pt: 'Pôr o sorteio de lado', en: 'Set the draw aside' },
      to: 'designing',
      by: ['dataOfficer'],
      asks: { reason: text('Motivo', 'Reason', { letters: 500 }) },
      also: setAside,
    },
    open: {
      label: { pt: 'Abrir a recolha', en: 'Open collection' },
      to: 'collecting',
      by: ['dataOfficer'],
      unless: [formMissing, notPlanned, reviewMissing],
    },
  },
  collecting: {
    close: {
      label: { pt: 'Fechar a recolha', en: 'Close collection' },
      to: 'weighting',
      by: ['dataOfficer'],
      unless: [unitsWaiting, choicesOpen, nobodyAnswered],
    },
  },
  weighting: {
    back: { label: { pt: 'Reabrir a recolha', en: 'Reopen collection' }, to: 'collecting', by: ['dataOfficer'] },
    approve: {
      label: { pt: 'Aprovar os resultados', en: 'Approve the results' },
      to: 'approved',
      by: ['dataOfficer'],
      unless: [samePerson, notWorkedOut],
      also: approve,
    },
  },
  approved: {
    publish: {
      label: { pt: 'Publicar', en: 'Publish' },
      to: 'published',
      by: ['reportOfficer'],
      unless: [publicationObstacles],
      also: publishSurvey,
    },
    return: {
      label: { pt: 'Devolver à ponderação', en: 'Back to weighting' },
      to: 'weighting',
      by: ['dataOfficer', 'reportOfficer'],
      also: async () => reopened,
    },
  },
  published: {
    correct: {
      label: { pt: 'Corrigir numa nova versão', en: 'Correct in a new version' },
      to: 'weighting',
      by: ['dataOfficer', 'reportOfficer'],
      asks: {
        notePt: text('O que muda (português)', 'What changes (Portuguese)', { letters: 1000 }),
        noteEn: text('O que muda (inglês)', 'What changes (English)', { letters: 1000 }),
      },
      also: correct,
    },
    withdraw: {
      label: { pt: 'Retirar', en: 'Withdraw' },
      to: 'withdrawn',
      by: ['reportOfficer', 'chief'],
      asks: { reason: text('Motivo', 'Reason', { letters: 500 }) },
      also: withdrawSurvey,
    },
  },
  withdrawn: {},
})
