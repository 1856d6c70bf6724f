/** The requests about duplicates: finding them, deciding on them blind, undoing, learning from what was decided, and holding a list against an exercise. */
import { z } from 'zod'
import { type AnyRoute, act, type Policy, read, refuse, refused, route } from '../../../kernel/index.ts'
import { answerPair, undoPair } from './decidePair.ts'
import { askForSearch, searchesNow } from './duplicateSearch.ts'
import { learnFromDecisions, restoreWeights, weightVersions } from './linkageWeights.ts'
import { lookAtPair, pairsNow } from './lookAtPair.ts'
import { reconcileList } from './reconcileList.ts'

const registrars: Policy = { who: ['registrar'], class: 3 }
const reviewers: Policy = { who: ['duplicateReviewer'], class: 3 }
const byId = z.object({ id: z.uuid() })

export const duplicateRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/registration/exercises/:id/duplicates',
    policy: registrars,
    summary: 'Have registrations of one person looked for in an exercise, by a job; only suggestions are made',
    params: byId,
    answer: ({ house, actor, params }) => askForSearch(house, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/registration/exercises/:id/duplicates',
    policy: registrars,
    summary: 'How far the search for duplicates is, and what the last one found',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => searchesNow(db, params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/registration/duplicates',
    policy: { ...reviewers, who: ['duplicateReviewer', 'registrar'] },
    summary: 'Pairs that may be one person, without names',
    query: z.object({ exercise: z.uuid().optional() }),
    answer: async ({ house, actor, query }) => ({ pairs: await read(house.doors, actor, (db) => pairsNow(db, query.exercise ?? null)) }),
  }),
  route({
    method: 'POST',
    url: '/api/registration/duplicates/:id/look',
    policy: reviewers,
    summary: 'Open one pair side by side, with its evidence; leaves a line in the audit',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => lookAtPair(db, house, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/registration/duplicates/:id/answer',
    policy: reviewers,
    summary: 'Say whether a pair is one person; decided when two agree',
    params: byId,
    body: z.object({ answer: z.enum(['same', 'different', 'unsure']), reason: z.string().trim().max(500).optional() }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) => answerPair(db, params.id, { answer: body.answer, reason: body.reason || null })),
  }),
  route({
    method: 'POST',
    url: '/api/registration/duplicates/:id/undo',
    policy: reviewers,
    summary: 'Undo a link: both registrations stand as they were',
    params: byId,
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => undoPair(db, params.id, body.reason)),
  }),
  route({
    method: 'POST',
    url: '/api/registration/weights/learn',
    policy: registrars,
    summary: 'What reviewers decided as new weights: shown first, held only when confirmed',
    body: z.object({ confirm: z.boolean(), reason: z.string().trim().max(500).optional() }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => learnFromDecisions(db, { confirm: body.confirm, reason: body.reason || null })),
  }),
  route({
    method: 'GET',
    url: '/api/registration/weights',
    policy: registrars,
    summary: 'Versions of the weights of comparison, the one that holds first, and how many pairs people have decided',
    answer: ({ house, actor }) => read(house.doors, actor, weightVersions),
  }),
  route({
    method: 'POST',
    url: '/api/registration/weights/:number/restore',
    policy: registrars,
    summary: 'Take up an earlier version of the weights again, as a new version',
    params: z.object({ number: z.coerce.number().int().min(0) }),
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => restoreWeights(db, params.number, body.reason)),
  }),
  route({
    method: 'POST',
    url: '/api/registration/exercises/:id/reconcile',
    policy: registrars,
    summary: 'Hold a list against an exercise, in memory: matched, unsure, not found; nothing is kept',
    params: byId,
    upload: true,
    answer: async ({ house, actor, params, files }) => {
      const [file] = files
      if (!file) return refused(refuse('registration.list-missing'))
      return reconcileList(house, actor, { exercise: params.id, name: file.name, bytes: file.bytes })
    },
  }),
]
