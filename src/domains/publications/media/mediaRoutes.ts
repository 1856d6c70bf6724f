/** The requests of the media desk; the steps of an answer's life come with the record. */

import { z } from 'zod'
import { type AnyRoute, act, read, route, line as words } from '../../../kernel/index.ts'
import { making, office } from '../office.ts'
import { lateRequests, mediaRequestsNow, takeRequest, whoAsks } from './requests.ts'

export const mediaRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/media',
    policy: office,
    summary: 'Media requests, the open ones by deadline, without who asks',
    answer: ({ house, actor }) => read(house.doors, actor, mediaRequestsNow),
  }),
  route({
    method: 'GET',
    url: '/api/publications/media/late',
    policy: office,
    summary: 'Media requests past their deadline',
    answer: ({ house, actor }) => read(house.doors, actor, lateRequests),
  }),
  route({
    method: 'POST',
    url: '/api/publications/media',
    policy: making,
    summary: 'Take in a question of a journalist; who asks is closed at once',
    body: z.object({
      ...{ outlet: words(200), journalist: words(200), contact: words(200), question: words(2000), language: z.enum(['pt', 'en']) },
      ...{ deadline: z.iso.datetime({ offset: true }).transform((time) => new Date(time).toISOString()), sensitive: z.boolean() },
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => takeRequest(house, db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/media/:id/look',
    policy: office,
    summary: 'Who asks, to answer them; each look leaves a line',
    params: z.object({ id: z.uuid() }),
    answer: ({ house, actor, params: { id } }) => act(house.doors, actor, (db) => whoAsks(house, db, id)),
  }),
]
