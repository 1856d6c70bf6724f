/** The requests of surveys from the field to approval: progress, a visit without answers, a replacement, a choice between two forms, weights and results. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, act, audit, type Policy, read, refuse, refused, route, updateRow } from '../../../kernel/index.ts'
import { progressOf, responseOf } from './answered.ts'
import { workOut } from './approve.ts'
import { chooseAnswer, replaceUnit, setStatus } from './fieldwork.ts'
import { Survey } from './survey.ts'
import { bySurvey, surveyAt, surveyOffice, surveyOfficers } from './surveyRoutes.ts'

const fieldDesk: Policy = { who: ['dataOfficer', 'coordinator'], class: 2 }
const readers: Policy = { who: ['dataOfficer', 'monitoring'], class: 3 }

export const surveyFieldRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/displacement/surveys/:id/progress',
    policy: surveyOffice,
    summary: 'How many answered in each stratum and cluster, and what became of every unit',
    params: bySurvey,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, (db) =>
        surveyAt(db, params.id, async (survey) => ({
          lines: await progressOf(db, survey),
          response: await responseOf(db, survey),
          units: await db.rows(sql`
            select u.id, u.code, u.name, u.stratum, u.cluster, u.stage, u.asked, u.role, u.turn, u.weight, u.status, u.note, r.code as replaces, u.replacement_reason
            from displacement.sampled_unit u left join displacement.sampled_unit r on r.id = u.replaces
            where u.survey = ${survey.id} and u.draw = ${survey.draw} order by u.code collate "C" limit 5000`),
        })),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/survey-units/:id/status',
    policy: fieldDesk,
    summary: 'Say what a visit without answers met',
    params: bySurvey,
    body: z.object({ status: z.enum(['waiting', 'refused', 'absent', 'unreachable', 'outOfScope']), note: z.string().max(500).optional() }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => setStatus(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/survey-units/:id/replace',
    policy: fieldDesk,
    summary: 'Call up the next in reserve for a unit that was lost',
    params: bySurvey,
    body: z.object({ reason: z.string().min(1).max(60) }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, async (db) => {
        const known = house.pack.codeLists.get('replacementReason')?.codes.some(({ code }) => code === body.reason)
        return known ? replaceUnit(db, params.id, body.reason) : refused(refuse('survey.replacement-without-reason'))
      }),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/surveys/:id/choices',
    policy: readers,
    summary: 'Units with two complete forms, for a person to choose',
    params: bySurvey,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, (db) =>
        surveyAt(db, params.id, async ({ id, draw }) => ({
          answers: await db.rows(sql`
            select a.id, u.code as unit, u.name, a.day, a.chosen, a.choice_note, a.answers, a.import_id as submission from displacement.survey_answer a
            join displacement.sampled_unit u on u.id = a.unit where u.survey = ${id} and u.draw = ${draw} and a.outcome = 'visited'
              and exists (select 1 from displacement.survey_answer b where b.unit = a.unit and b.outcome = 'visited' and b.id <> a.id) order by u.code, a.recorded_at`),
        })),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/survey-answers/:id/choose',
    policy: { who: ['dataOfficer'], class: 3 },
    summary: 'Choose which of two complete forms counts',
    params: bySurvey,
    body: z.object({ note: z.string().max(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => chooseAnswer(db, params.id, body.note)),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/surveys/:id/weighting',
    policy: surveyOfficers,
    summary: 'Say how weights are made from chances',
    params: bySurvey,
    body: z.object({
      nonresponse: z.enum(['stratum', 'cluster', 'none']),
      fit: z
        .object({
          round: z.uuid(),
          margins: z
            .array(z.enum(['stratum', 'setting']))
            .min(1)
            .max(2),
          settingQuestion: z.string().max(200).optional(),
        })
        .nullable(),
    }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) =>
        surveyAt(db, params.id, async (survey) => {
          if (survey.state !== 'weighting') return refused(refuse('survey.not-weighting', { state: survey.state }))
          if (body.fit?.margins.includes('setting') && !body.fit.settingQuestion) return refused(refuse('survey.setting-question-missing'))
          const fit = body.fit && { ...body.fit, margins: [...new Set(body.fit.margins)] }
          await updateRow(db, Survey, survey.id, { weighting: JSON.parse(JSON.stringify({ ...body, fit })), weightedBy: db.actor.userId })
          await audit(db, 'survey.weighting', Survey.name, survey.id, { nonresponse: body.nonresponse })
          return { id: survey.id }
        }),
      ),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/surveys/:id/results',
    policy: surveyOffice,
    summary: 'The approved results; for a data officer also those that the answers would give now',
    params: bySurvey,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, (db) =>
        surveyAt(db, params.id, async (survey) => {
          if (survey.results) return { approved: true, results: survey.results }
          // Single answers are read for it, which not everybody in the office may.
          const mayWorkOut = survey.state === 'weighting' && survey.weighting !== null && actor.roles.includes('dataOfficer')
          const results = mayWorkOut ? await workOut(db, house, survey) : null
          return results && 'refused' in results
            ? { approved: false, results: null, obstacles: house.catalogue.worded(results.refused) }
            : { approved: false, results }
        }),
      ),
  }),
]
