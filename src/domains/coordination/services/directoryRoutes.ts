/** The requests of the two directories: whom to ask, and what exists where. */
import { z } from 'zod'
import { type AnyRoute, act, type Policy, read, route, theSystem } from '../../../kernel/index.ts'
import { consents, contactsNow, keepContact, publicContacts } from '../contacts/contact.ts'
import { keepService, serviceStatuses, servicesNow } from './service.ts'

const readers: Policy = { who: ['clusterCoordinator', 'chief', 'coordinator', 'monitoring', 'partner'], class: 2 }
const editors: Policy = { who: ['clusterCoordinator'], class: 2 }
const byId = z.object({ id: z.uuid() })
const line = (letters: number) => z.string().trim().min(1).max(letters)
const maybe = (letters: number) => z.string().trim().max(letters).nullable().default(null)

const contact = z.object({
  ...{ name: line(200), organisation: z.uuid(), role: maybe(200), cluster: maybe(100), area: maybe(60), phone: maybe(40), email: maybe(200) },
  ...{ consent: z.enum(consents), reviewBy: z.iso.date(), active: z.boolean().default(true) },
})
const service = z.object({
  ...{ provider: z.uuid(), kind: line(200), place: line(60), hours: maybe(300), cost: maybe(200), languages: maybe(200), accessibility: maybe(300) },
  ...{ forWhom: maybe(300), capacity: maybe(200), status: z.enum(serviceStatuses), verifiedOn: z.iso.date().nullable().default(null), verifiedHow: maybe(300) },
  ...{ sensitive: z.boolean(), channel: maybe(300) },
})

export const directoryRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/coordination/contacts',
    policy: readers,
    summary: 'Contacts, as far as each agreed to appear',
    answer: async ({ house, actor }) => ({ contacts: await read(house.doors, actor, contactsNow) }),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/public-contacts',
    policy: { who: 'everyone', class: 1 },
    summary: 'Contacts that agreed to appear in public',
    answer: async ({ house }) => ({ contacts: await read(house.doors, theSystem, (db) => publicContacts(db, new Date().toISOString().slice(0, 10))) }),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/contacts',
    policy: editors,
    summary: 'Keep a contact',
    body: contact,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepContact(db, house, body, null)),
  }),
  route({
    method: 'PATCH',
    url: '/api/coordination/contacts/:id',
    policy: editors,
    summary: 'Change a contact or its consent',
    params: byId,
    body: contact,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepContact(db, house, body, params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/services',
    policy: readers,
    summary: 'Services with their status; sensitive ones by their channel only',
    answer: ({ house, actor }) => read(house.doors, actor, servicesNow),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/services',
    policy: editors,
    summary: 'Keep a service',
    body: service,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepService(db, body, null)),
  }),
  route({
    method: 'PATCH',
    url: '/api/coordination/services/:id',
    policy: editors,
    summary: 'Change a service, or verify it anew',
    params: byId,
    body: service,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepService(db, body, params.id)),
  }),
]
