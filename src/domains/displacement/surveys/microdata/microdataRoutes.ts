/** The requests about single answers that want to leave the house: what may go, what comes of a choice, proposing it, publishing it. */
import { z } from 'zod'
import { type AnyRoute, act, type Db, type House, read, route } from '../../../../kernel/index.ts'
import type { SurveyRow } from '../survey.ts'
import { bySurvey, surveyAt, surveyOffice, surveyOfficers } from '../surveyRoutes.ts'
import { offeredColumns } from './columns.ts'
import { newestMicrodata, proposeMicrodata } from './proposeMicrodata.ts'
import { publishMicrodata } from './publishMicrodata.ts'

const column = z.object({
  question: z.string().min(1).max(200),
  isKey: z.boolean(),
  bands: z.array(z.number().int()).max(30).optional(),
  merge: z.array(z.string().max(60)).max(100).optional(),
})

async function microdataOf(db: Db, house: House, survey: SurveyRow) {
  const newest = await newestMicrodata(db, survey.id)
  return {
    offered: await offeredColumns(db, house, survey),
    limitPercent: house.pack.thresholds.microdataRiskPercent,
    isForbidden: survey.aboutSecurity,
    proposal: newest && { ...newest, mine: newest.recordedBy === db.actor.userId },
  }
}

export const microdataRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/displacement/surveys/:id/microdata',
    policy: surveyOffice,
    summary: 'Which columns of a survey may stand in a public file, the limit of risk, and what was proposed',
    params: bySurvey,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => surveyAt(db, params.id, (survey) => microdataOf(db, house, survey))),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/surveys/:id/microdata',
    policy: surveyOfficers,
    summary: 'Measure the risk of a choice of columns, and propose it for publication when confirmed; refused from the country’s limit up',
    params: bySurvey,
    body: z.object({ columns: z.array(column).max(200), withWeights: z.boolean(), reason: z.string().trim().min(1).max(1000), confirm: z.boolean() }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => surveyAt(db, params.id, (survey) => proposeMicrodata(db, house, survey, body))),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/surveys/:id/microdata/publish',
    policy: { who: ['reportOfficer'], class: 2 },
    summary: 'Publish the file that somebody else proposed: rows, dictionary and README with k-anonymity and risk',
    params: bySurvey,
    body: z.object({ proposal: z.uuid() }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) => surveyAt(db, params.id, (survey) => publishMicrodata(db, house, survey, body.proposal))),
  }),
]
