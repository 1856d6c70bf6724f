/** Requests for access, their answers, and where a round can go. */
import { z } from 'zod'
import { type AnyRoute, act, type Policy, read, route } from '../../../kernel/index.ts'
import { accessNow } from './accessNow.ts'
import { accessOutcomes, accessReplies } from './accessRequest.ts'
import { askForAccess, closeAccess, replyToAccess } from './keepAccess.ts'

const readers: Policy = { who: ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'], class: 2 }
const keepers: Policy = { who: ['dataOfficer', 'coordinator'], class: 2 }
const byId = z.object({ id: z.uuid() })
const day = z.iso.date()
const words = z.string().trim().max(1000).nullish()

export const accessRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/displacement/rounds/:id/access',
    policy: readers,
    summary: 'Where a round can go, district by district, and what was asked of whom',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => accessNow(db, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/access',
    policy: keepers,
    summary: 'Write down a request for access to a place',
    body: z.object({
      ...{ round: z.uuid().nullish(), place: z.string().max(60), askedOn: day },
      ...{ office: z.string().trim().min(1).max(200), purpose: z.string().trim().min(1).max(500) },
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => askForAccess(db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/access/:id/reply',
    policy: keepers,
    summary: 'Write down what was replied',
    params: byId,
    body: z.object({ reply: z.enum(accessReplies), repliedOn: day.nullish(), replyWords: words }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => replyToAccess(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/access/:id/outcome',
    policy: keepers,
    summary: 'Write down whether the team got there',
    params: byId,
    body: z.object({ outcome: z.enum(accessOutcomes), outcomeOn: day, outcomeWords: words }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => closeAccess(db, params.id, body)),
  }),
]
