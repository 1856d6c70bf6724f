/** The reviewer's routes. Who decides works with data in that area; who reads may look at everything that is said there. */
import { z } from 'zod'
import { read, refused } from '../../db/transaction.ts'
import { type AnyRoute, type Policy, route } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import { decideProposal, removeItem } from '../lists/decideProposal.ts'
import { shapeOf } from '../questionTable.ts'
import { cleaningLog } from './cleaningLog.ts'
import { correct } from './correct.ts'
import { approve, approveMany, reject } from './decide.ts'
import { historyOf, oneSubmission } from './oneSubmission.ts'
import { decideQuarantine } from './quarantine.ts'
import { reviewQueue } from './queue.ts'
import { answerFinding, note, resolveNote } from './remarks.ts'

export const readers: Policy = { who: ['dataOfficer', 'coordinator', 'chief', 'monitoring', 'registrar'], class: 2 }
const reviewers: Policy = { who: ['dataOfficer', 'coordinator', 'registrar'], class: 2 }

const id = z.uuid()
const byId = z.object({ id })
const words = (most: number) => z.string().trim().min(1).max(most)
const several = z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(z.string().max(40)).max(10))

const queueQuery = z.object({
  form: id.optional(),
  state: several.optional(),
  place: z.string().max(40).optional(),
  device: id.optional(),
  person: id.optional(),
  flag: z.string().max(100).optional(),
  filter: z.string().max(2000).optional(),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(250).default(50),
})

const base = '/api/forms/review'

export const reviewRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: base,
    policy: readers,
    summary: 'Submissions to review, flagged ones first; `filter` takes any answer in the words of $filter',
    query: queueQuery,
    answer: ({ house, actor, query }) => read(house.doors, actor, (db) => reviewQueue(house, db, query)),
  }),
  route({
    method: 'GET',
    url: `${base}/:id`,
    policy: readers,
    summary: 'One submission: current answers and where each comes from, findings, notes, files, records',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => oneSubmission(house, db, params.id)),
  }),
  route({
    method: 'GET',
    url: `${base}/:id/history`,
    policy: readers,
    summary: 'Everything that happened to a submission; edits with what they changed',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => historyOf(house, db, params.id)),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/approve`,
    policy: reviewers,
    summary: 'Approve a submission; its answers become records',
    params: byId,
    answer: ({ house, actor, params }) => approve(house, actor, params.id),
  }),
  route({
    method: 'POST',
    url: `${base}/approve`,
    policy: reviewers,
    summary: 'Approve several submissions without open findings',
    body: z.object({ submissions: z.array(id).min(1).max(500) }),
    answer: ({ house, actor, body }) => approveMany(house, actor, body.submissions),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/reject`,
    policy: reviewers,
    summary: 'Send a submission back with a reason',
    params: byId,
    body: z.object({ reason: words(2000) }),
    answer: ({ house, actor, params, body }) => reject(house, actor, params.id, body.reason),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/correct`,
    policy: reviewers,
    summary: 'Correct, blank or confirm one answer, or take the whole submission out, with a reason',
    params: byId,
    body: z.object({
      path: z.string().max(500).default(''),
      turn: z.number().int().min(0).default(0),
      changeType: z.enum(['change_response', 'blank_response', 'remove_survey', 'no_action']),
      after: z.string().max(100_000).optional(),
      reason: words(1000),
      issue: z.string().max(1000).optional(),
      rule: z.string().max(100).optional(),
    }),
    answer: ({ house, actor, params, body }) => correct(house, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/notes`,
    policy: reviewers,
    summary: 'A note on a submission or on one answer',
    params: byId,
    body: z.object({ path: z.string().max(500).optional(), words: words(2000) }),
    answer: ({ house, actor, params, body }) => note(house, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: `${base}/notes/:id/resolve`,
    policy: reviewers,
    summary: 'A note is settled',
    params: byId,
    answer: ({ house, actor, params }) => resolveNote(house, actor, params.id),
  }),
  route({
    method: 'POST',
    url: `${base}/findings/:id/answer`,
    policy: reviewers,
    summary: 'Answer a finding: it is true, because…; or send the submission back with it',
    params: byId,
    body: z.object({ state: z.enum(['confirmed', 'returned']), answer: words(2000) }),
    answer: ({ house, actor, params, body }) => answerFinding(house, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: `${base}/quarantine/:id/decide`,
    policy: reviewers,
    summary: 'Decide on a form that was kept aside: keep the other, take this one, withdraw it',
    params: byId,
    body: z.object({ decision: z.enum(['kept-other', 'taken', 'withdrawn']), note: words(2000).optional() }),
    answer: ({ house, actor, params, body }) => decideQuarantine(house, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: `${base}/proposals/:id/decide`,
    policy: reviewers,
    summary: 'Decide on a change of a list item that met another one',
    params: byId,
    body: z.object({
      decision: z.enum(['applied', 'kept-current', 'merged', 'forced']),
      properties: z.record(z.string().max(100), z.string().max(10_000)).optional(),
      label: z.string().max(500).optional(),
    }),
    answer: ({ house, actor, params, body }) => decideProposal(house, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: `${base}/items/:id/remove`,
    policy: { who: ['dataOfficer'], class: 2 },
    summary: 'Take an item out of its list; phones are told',
    params: byId,
    answer: ({ house, actor, params }) => removeItem(house, actor, params.id),
  }),
  route({
    method: 'GET',
    url: `${base}/forms/:id/cleaning-log`,
    policy: readers,
    summary: 'The cleaning log: uuid, question, issue, old value, new value, change type, reason',
    params: byId,
    answer: async ({ house, actor, params }) => {
      const shape = await read(house.doors, actor, (db) => shapeOf(house, db, params.id))
      if (!shape) return refused(refuse('access.not-found'))
      return shape.sealed ? refused(refuse('forms.sealed-no-export', { form: shape.title })) : cleaningLog(house, actor, shape)
    },
  }),
]
