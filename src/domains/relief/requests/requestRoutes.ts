/** The requests of partners to the pipeline, over HTTP; the steps of their life are the regular ones of their record. */
import { z } from 'zod'
import { type AnyRoute, act, byId, now, type Policy, read, route } from '../../../kernel/index.ts'
import { assessmentMethods } from '../needs/assessment.ts'
import { keepAssessment } from '../needs/keepAssessment.ts'
import { tableFile, tableFormats } from '../tableFile.ts'
import { cancelRelease } from './cancelRelease.ts'
import { keepRequest } from './keepRequest.ts'
import { clocksOf, noteOf, requestsNow } from './readRequests.ts'
import { requestTable } from './requestFiles.ts'

const partner: Policy = { who: ['partner'], class: 2 }
const readers: Policy = { who: ['partner', 'warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring'], class: 2 }
const assessors: Policy = { who: ['partner', 'clusterCoordinator', 'pipeline', 'monitoring'], class: 2 }
const words = (letters: number) => z.string().trim().max(letters).nullable().default(null)
const households = z.int().min(0).max(10_000_000).nullable().default(null)

const request = z.object({
  place: z.string().max(60),
  households: z.int().min(1).max(10_000_000),
  neededBy: z.iso.date(),
  assessment: z.uuid().nullable().default(null),
  lines: z
    .array(z.object({ code: z.string().max(40), edition: z.int().min(1).nullable().default(null), asked: z.int().min(1).max(2_000_000_000) }))
    .min(1)
    .max(100),
  ownStock: words(1000),
  otherDonors: words(1000),
})

export const requestRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/requests',
    policy: readers,
    summary: 'Requests as they stand, what is late, how long each part of the way takes; a partner is given its own',
    query: z.object({ format: z.enum(['json', ...tableFormats]).default('json'), lang: z.enum(['pt', 'en']).default('pt') }),
    answer: async ({ house, actor, query: { format, lang } }) => {
      const moment = now()
      const requests = await read(house.doors, actor, (db) => requestsNow(db, moment, house.pack.thresholds))
      if (format !== 'json') return tableFile(requestTable(requests, lang), format)
      return { requests, clocks: clocksOf(requests, moment), note: noteOf(requests, moment.slice(0, 7)) }
    },
  }),
  route({
    method: 'POST',
    url: '/api/relief/requests',
    policy: partner,
    summary: 'Write a request of the own organisation',
    body: request,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepRequest(db, body, null)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/requests/:id',
    policy: partner,
    summary: 'Change a request while it is a draft',
    params: byId,
    body: request,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepRequest(db, body, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/assessments',
    policy: assessors,
    summary: 'Enter a needs assessment of a place',
    body: z.object({
      place: z.string().max(60),
      assessedOn: z.iso.date(),
      method: z.enum(assessmentMethods),
      householdsAssessed: z.int().min(1).max(10_000_000),
      lacking: z.array(z.object({ code: z.string().max(40), percent: z.number().min(0).max(100) })).max(100),
      damage: z.object({ none: households, partly: households, destroyed: households }),
      teamSize: z.int().min(1).max(500),
      words: words(2000),
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepAssessment(db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/releases/:id/cancel',
    policy: { who: ['pipeline'], class: 2 },
    summary: 'Give back what was promised and has not left',
    params: byId,
    body: z.object({ words: z.string().trim().min(1).max(1000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => cancelRelease(db, params.id, body.words)),
  }),
]
