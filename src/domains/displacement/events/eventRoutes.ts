/** The requests of event tracking: the situation, withdrawing, alerts and the comparison with rounds. The steps of an alert are the kernel's. */
import { z } from 'zod'
import { type AnyRoute, act, changeRow, getRow, isRefused, type Policy, read, refuse, refused, route } from '../../../kernel/index.ts'
import { messageOf } from './alertText.ts'
import { MovementAlert } from './event.ts'
import { alertObstacles, draftAlert, lintOfAlert, readyAlert } from './lifeOfAlert.ts'
import { reconcileEvents } from './reconcileEvents.ts'
import { operationsWithEvents, situationOf } from './situation.ts'
import { withdrawMovement } from './withdrawMovement.ts'

const office: Policy = { who: ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'], class: 2 }
const officers: Policy = { who: ['dataOfficer'], class: 2 }
const writers: Policy = { who: ['dataOfficer', 'reportOfficer', 'chief'], class: 2 }
const byId = z.object({ id: z.string().max(60) })
const day = z.iso.date()
const texts = z.object({ pt: z.string().max(5000), en: z.string().max(5000) })

export const eventRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/displacement/events',
    policy: office,
    summary: 'Operations that are tracked, with their movements',
    answer: async ({ house, actor }) => ({ operations: await read(house.doors, actor, operationsWithEvents) }),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/events/situation',
    policy: office,
    summary: 'Movements of an operation by kind, day and pair of districts',
    query: z.object({ operation: z.string().max(60), from: day, to: day }),
    answer: ({ house, actor, query }) => read(house.doors, actor, (db) => situationOf(db, query)),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/events/reconcile',
    policy: office,
    summary: 'Movements between two rounds against what the second found',
    query: z.object({ from: z.uuid(), to: z.uuid() }),
    answer: ({ house, actor, query }) => read(house.doors, actor, (db) => reconcileEvents(db, query.from, query.to)),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/events/:id/withdraw',
    policy: officers,
    summary: 'Withdraw a movement with a reason',
    params: byId,
    body: z.object({ reason: z.string().max(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => withdrawMovement(db, params.id, body.reason)),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/alerts',
    policy: officers,
    summary: 'Draft a movement alert',
    body: z.object({ operation: z.uuid(), periodFrom: day, periodTo: day }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => draftAlert(db, body)),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/alerts/:id/preview',
    policy: office,
    summary: 'An alert as it would be released: figures, text, messages, and what stands in the way',
    params: byId,
    answer: ({ house, actor, params, address }) =>
      read(house.doors, actor, async (db) => {
        const alert = await getRow(db, MovementAlert, params.id)
        if (!alert) return refused(refuse('access.not-found'))
        const context = { db, input: {}, house }
        const obstacles = house.catalogue.worded(alert.state === 'draft' ? await alertObstacles(alert, context) : [])
        const set = await readyAlert(alert, context)
        if (isRefused(set)) return { alert, set: null, messages: null, obstacles }
        const link = (lang: string) => (alert.slug ? `${address}/${lang}/publications/${alert.slug}` : null)
        return { alert, set, messages: { pt: messageOf(set, 'pt', link('pt')), en: messageOf(set, 'en', link('en')) }, obstacles }
      }),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/alerts/:id/lint',
    policy: writers,
    summary: 'Holds a text against the figures of the alert',
    params: byId,
    body: texts,
    answer: ({ house, actor, params, body }) =>
      read(house.doors, actor, async (db) => {
        const alert = await getRow(db, MovementAlert, params.id)
        if (!alert) return refused(refuse('access.not-found'))
        const set = await readyAlert(alert, { db, input: {}, house })
        if (isRefused(set)) return set
        const found = await lintOfAlert(house, set, body)
        return { refusals: house.catalogue.worded(found) }
      }),
  }),
  route({
    method: 'PATCH',
    url: '/api/displacement/alerts/:id',
    policy: writers,
    summary: 'Change text, days and needs of a draft',
    params: byId,
    body: z.object({
      version: z.number().int(),
      narrative: texts.nullish(),
      needs: z.array(z.string().max(60)).max(12).optional(),
      periodFrom: day.optional(),
      periodTo: day.optional(),
    }),
    answer: ({ house, actor, params, body: { version, ...typed } }) => act(house.doors, actor, (db) => changeRow(db, MovementAlert, params.id, typed, version)),
  }),
]
