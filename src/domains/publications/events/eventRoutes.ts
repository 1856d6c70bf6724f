/** The requests of events. */
import { z } from 'zod'
import { type AnyRoute, act, both, byId, isRefused, line, now, type Policy, read, route } from '../../../kernel/index.ts'
import { clearers, makers, making, office } from '../office.ts'
import { visibilitySheet } from '../visibility/visibilitySheet.ts'
import { eventKinds } from './event.ts'
import { cancelEvent, clearEvent, keepEvent } from './keepEvent.ts'
import { eventsNow } from './readEvents.ts'

const deciding: Policy = { who: [...makers, ...clearers], class: 2 }
const moment = z.iso.datetime({ offset: true }).transform((time) => new Date(time).toISOString())
const event = z.object({
  ...{ kind: z.enum(eventKinds), title: both(200), about: both(1000), place: line(60), venue: line(200), startsAt: moment, endsAt: moment },
  ...{ donors: z.array(z.uuid()).max(20), isPublic: z.boolean() },
})

export const eventRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/events',
    policy: office,
    summary: 'Events from four weeks ago on, with the marks of their donors and where these are left off',
    answer: ({ house, actor }) => read(house.doors, actor, eventsNow),
  }),
  route({
    method: 'POST',
    url: '/api/publications/events',
    policy: making,
    summary: 'Plan an event',
    body: event,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepEvent(db, body, null)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/visibility-sheet',
    policy: office,
    summary: 'What a donor asks to be shown, where it is left off, and where its name went out, on paper',
    body: z.object({ donor: z.uuid(), lang: z.enum(['pt', 'en']).default('pt') }),
    answer: async ({ house, actor, body }) => {
      const sheet = await read(house.doors, actor, (db) => visibilitySheet(db, body.donor, body.lang))
      return isRefused(sheet) ? sheet : sheet()
    },
  }),
  route({
    method: 'PATCH',
    url: '/api/publications/events/:id',
    policy: making,
    summary: 'Change an event; what the public knows has to be cleared anew',
    params: byId,
    body: event,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepEvent(db, body, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/events/:id/clear',
    policy: deciding,
    summary: 'Let the public know of an event; not by who wrote it',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => clearEvent(db, params.id, now())),
  }),
  route({
    method: 'POST',
    url: '/api/publications/events/:id/cancel',
    policy: deciding,
    summary: 'Cancel an event and say why',
    params: byId,
    body: z.object({ because: line(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => cancelEvent(db, params.id, body.because)),
  }),
]
