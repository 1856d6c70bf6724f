/** The requests of progress towards solutions. */
import { z } from 'zod'
import { solutionCriteria } from '../../../engines/solutions/index.ts'
import { type AnyRoute, act, day, line, maybe, type Policy, read, route } from '../../../kernel/index.ts'
import { officers, openReaders } from '../office.ts'
import { indexSeries, keepProgress, progressNow } from './readProgress.ts'

const readers: Policy = { who: openReaders, class: 2 }
const share = z.object({ yes: z.int().min(0), asked: z.int().min(1).max(10_000_000) })
const model = z.object({
  ...{ version: line(40), margin: z.number().min(0).max(1), missing: z.enum(['left_out', 'not_passed']) },
  weights: z.partialRecord(z.enum(solutionCriteria), z.number().min(0).max(100)),
})

export const progressRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/solutions/progress',
    policy: readers,
    summary: 'Progress surveys, displaced people beside their hosts, criterion by criterion',
    answer: async ({ house, actor }) => ({ surveys: await read(house.doors, actor, progressNow) }),
  }),
  route({
    method: 'GET',
    url: '/api/solutions/progress/:place/index',
    policy: readers,
    summary: 'The index of a place over time, where one model made all of it',
    params: z.object({ place: line(60) }),
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => indexSeries(db, params.place)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/progress',
    policy: { who: [...officers, 'monitoring'], class: 2 },
    summary: 'Keep the answers of a progress survey',
    body: z.object({
      ...{ place: line(60), asOf: day, source: line(300), frame: line(300), basis: z.enum(['interviews', 'administrative', 'absence']) },
      answers: z.array(z.object({ criterion: z.enum(solutionCriteria), question: line(300), displaced: share, hosts: maybe(share) })).min(1),
      model: maybe(model),
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepProgress(db, body)),
  }),
]
