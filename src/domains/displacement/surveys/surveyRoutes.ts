/** The requests of surveys up to collection: beginning one, size, frame, design, a draw made elsewhere, checking a draw, plan, protection review. */
import { sql } from 'kysely'
import { z } from 'zod'
import { sampleSize } from '../../../engines/sampling/index.ts'
import {
  type AnyRoute,
  act,
  audit,
  changeRow,
  type Db,
  getRow,
  insertRow,
  type Policy,
  type Refused,
  read,
  refuse,
  refused,
  route,
  updateRow,
} from '../../../kernel/index.ts'
import { drawUnits, unfitDesign, verifyDraw } from './draw.ts'
import { frameOf, layFrame } from './frame.ts'
import { planOf, questionsOfSurvey, writePlanLine } from './plan.ts'
import { statistics, strataLevels } from './sample.ts'
import { Survey, type SurveyRow, surveyPurposes } from './survey.ts'

export const surveyOffice: Policy = { who: ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'], class: 2 }
export const surveyOfficers: Policy = { who: ['dataOfficer'], class: 2 }
export const bySurvey = z.object({ id: z.string().max(60) })
const day = z.iso.date()
const words = z.object({ pt: z.string().min(1).max(500), en: z.string().min(1).max(500) })
const names = z.array(z.string().max(200)).max(60)

const aboutSurvey = z.object({
  code: z.string().regex(/^[A-Za-z0-9]{1,20}$/),
  title: words,
  purpose: z.enum(surveyPurposes),
  aboutSecurity: z.boolean(),
  population: words,
  languages: z.string().min(1).max(300),
})
const later = z.object({
  form: z.uuid().nullish(),
  collectedFrom: day.nullish(),
  collectedTo: day.nullish(),
  licence: z.string().max(200).nullish(),
  credit: z.string().max(400).nullish(),
})
const frame = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['places', 'sites']), round: z.uuid(), strata: z.enum(strataLevels) }),
  z.object({
    kind: z.literal('list'),
    source: z.string().max(500),
    units: z
      .array(
        z.object({
          code: z.string().min(1).max(60),
          name: z.string().max(200).optional(),
          stratum: z.string().min(1).max(200).optional(),
          cluster: z.string().min(1).max(60).optional(),
          pcode: z.string().max(60).optional(),
        }),
      )
      .max(100_000),
  }),
])
const whole = (max: number) => z.number().int().min(0).max(max)
const design = z.object({
  kind: z.enum(['simple', 'stratified', 'cluster', 'twoStage', 'pps']),
  n: whole(100_000),
  clusters: whole(10_000),
  perCluster: whole(1000),
  reserve: whole(1000),
  reserveClusters: whole(1000),
  allocation: z.enum(['proportional', 'equal']),
})
const planLine = z.object({
  code: z.string().regex(/^[a-z0-9_]{1,60}$/),
  label: words,
  statistic: z.enum(statistics),
  question: z.string().max(200),
  answers: names,
  noAnswer: names,
  denominator: z.string().max(200).nullable(),
  breakdowns: names,
  reason: z.string().max(1000).optional(),
  dropped: z.boolean().optional(),
})
const part = z.number().gt(0).lt(1)
/** Numbers in an address are words. */
const size = z.object({
  population: z.coerce.number().int().min(1).optional(),
  margin: z.coerce.number().pipe(part),
  share: z.coerce.number().pipe(part).optional(),
  confidence: z.coerce.number().pipe(part).optional(),
  designEffect: z.coerce.number().min(1).max(20).optional(),
  responseRate: z.coerce.number().gt(0).max(1).optional(),
})

export async function surveyAt<T>(db: Db, id: string, deed: (survey: SurveyRow) => Promise<T | Refused>): Promise<T | Refused> {
  const survey = await getRow(db, Survey, id)
  return survey ? deed(survey) : refused(refuse('access.not-found'))
}

export const surveyRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/displacement/surveys',
    policy: surveyOffice,
    summary: 'Surveys with how far each has come',
    answer: async ({ house, actor }) => ({
      surveys: await read(house.doors, actor, (db) =>
        db.rows(sql`
          select s.id, s.code, s.title, s.purpose, s.state, s.collected_from, s.collected_to, s.slug, o.name as operation,
            count(u.id) filter (where u.asked and (u.role = 'drawn' or u.replaces is not null) and u.status <> 'replaced')::int as units,
            count(u.id) filter (where u.asked and u.status = 'visited')::int as visited
          from displacement.survey s join displacement.operation o on o.id = s.operation
          left join displacement.sampled_unit u on u.survey = s.id and u.draw = s.draw
          group by s.id, o.name order by s.recorded_at desc`),
      ),
      operations: await read(house.doors, actor, (db) =>
        db.rows(sql`select id, name from displacement.operation where status = 'Active' order by demonstration, name`),
      ),
    }),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/surveys/size',
    policy: surveyOffice,
    summary: 'How many households to ask, step by step in the order of our convention',
    query: size,
    answer: async ({ query: { population = null, margin, ...given } }) => {
      const found = sampleSize({ population, margin, ...JSON.parse(JSON.stringify(given)) })
      return 'code' in found ? refused(refuse(found.code, found.facts)) : found
    },
  }),
  route({
    method: 'POST',
    url: '/api/displacement/surveys',
    policy: surveyOfficers,
    summary: 'Begin a survey',
    body: aboutSurvey.extend({ operation: z.uuid() }),
    answer: ({ house, actor, body }) =>
      act(house.doors, actor, async (db) => {
        const operation = await db.one<{ scope: string; licence: string | null; credit: string | null }>(
          sql`select scope, licence, credit from displacement.operation where id = ${body.operation}`,
        )
        if (!operation) return refused(refuse('access.not-found'))
        const survey = await insertRow(db, Survey, { ...body, ...operation, state: 'designing', draw: 0, draws: [] })
        await audit(db, 'survey.begin', Survey.name, survey.id)
        return { id: survey.id }
      }),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/surveys/:id',
    policy: surveyOffice,
    summary: 'A survey with frame, plan, questions of its form, and rounds and forms to choose from',
    params: bySurvey,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, (db) =>
        surveyAt(db, params.id, async ({ results: _, ...survey }) => {
          const found = await frameOf(db, survey.id)
          const strata = new Map<string, { stratum: string; units: number; households: number }>()
          for (const { stratum, size: households } of found?.units ?? []) {
            const line = strata.get(stratum) ?? { stratum, units: 0, households: 0 }
            strata.set(stratum, { stratum, units: line.units + 1, households: line.households + households })
          }
          return {
            survey,
            frame: found && { ...found, units: undefined, strata: [...strata.values()] },
            plan: await planOf(db, survey.id),
            questions: await questionsOfSurvey(db, house, survey),
            forms: await db.rows(sql`select id, title, code from forms.form where state = 'published' and taker = 'displacement.survey' order by title`),
            rounds: await db.rows(sql`
              select id, assessment_type, number, reporting_date from displacement.round
              where operation = ${survey.operation} and frozen_hash is not null and state <> 'withdrawn' order by reporting_date desc nulls last`),
          }
        }),
      ),
  }),
  route({
    method: 'PATCH',
    url: '/api/displacement/surveys/:id',
    policy: { who: ['dataOfficer', 'reportOfficer'], class: 2 },
    summary: 'Change what is said of a survey',
    params: bySurvey,
    body: aboutSurvey.omit({ code: true }).partial().extend(later.shape).extend({ version: z.number().int() }),
    answer: ({ house, actor, params, body: { version, ...typed } }) => act(house.doors, actor, (db) => changeRow(db, Survey, params.id, typed, version)),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/surveys/:id/frame',
    policy: surveyOfficers,
    summary: 'Lay the frame: places or sites of a frozen round, or a list',
    params: bySurvey,
    body: frame,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => surveyAt(db, params.id, (survey) => layFrame(db, house, survey, body))),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/surveys/:id/design',
    policy: surveyOfficers,
    summary: 'Choose how the sample is drawn',
    params: bySurvey,
    body: design,
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) =>
        surveyAt(db, params.id, async (survey) => {
          if (survey.state !== 'designing') return refused(refuse('survey.drawn-already'))
          const laid = await frameOf(db, survey.id)
          const unfit = laid && unfitDesign(body, laid)
          if (unfit) return unfit
          await updateRow(db, Survey, survey.id, { design: body })
          await audit(db, 'survey.design', Survey.name, survey.id, { kind: body.kind })
          return { id: survey.id }
        }),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/surveys/:id/given-draw',
    policy: surveyOfficers,
    summary: 'Take over a sample that was drawn elsewhere',
    params: bySurvey,
    body: z.object({ units: z.array(z.string().max(60)).min(2).max(100_000) }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) =>
        surveyAt(db, params.id, async (survey) => {
          if (survey.state !== 'designing') return refused(refuse('survey.drawn-already'))
          const drawn = await drawUnits(db, survey, { given: body.units })
          if ('refused' in drawn) return drawn
          await updateRow(db, Survey, survey.id, { ...drawn, state: 'drawn' })
          return { id: survey.id, draw: drawn.draw }
        }),
      ),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/surveys/:id/verify',
    policy: { who: ['dataOfficer', 'chief', 'monitoring'], class: 2 },
    summary: 'Draw again from the kept frame and seed, and compare',
    params: bySurvey,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => surveyAt(db, params.id, (survey) => verifyDraw(db, survey))),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/surveys/:id/plan',
    policy: surveyOfficers,
    summary: 'Write a line of the analysis plan, or a new edition of one',
    params: bySurvey,
    body: planLine,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => surveyAt(db, params.id, (survey) => writePlanLine(db, house, survey, body))),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/surveys/:id/protection-review',
    policy: { who: ['chief', 'monitoring'], class: 2 },
    summary: 'Record the protection review of a survey about security or police',
    params: bySurvey,
    body: z.object({ reference: z.string().trim().min(1).max(200), on: day, note: z.string().trim().min(1).max(2000) }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) =>
        surveyAt(db, params.id, async (survey) => {
          if (survey.recordedBy !== null && survey.recordedBy === db.actor.userId) return refused(refuse('survey.own-review'))
          await updateRow(db, Survey, survey.id, { protectionReview: { ...body, by: db.actor.userId } })
          await audit(db, 'survey.protection-review', Survey.name, survey.id, { reference: body.reference })
          return { id: survey.id }
        }),
      ),
  }),
]
