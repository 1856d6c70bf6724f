/** The requests of the library of materials and of its copies. */
import { z } from 'zod'
import { type AnyRoute, act, byId, line, maybe, type Policy, read, route, today } from '../../../kernel/index.ts'
import { unknownCodes } from '../knownCodes.ts'
import { messageEditors, messageReaders } from '../messages/message.ts'
import { consents, itemKinds } from './iecItem.ts'
import { itemsNow, newItem } from './keepItem.ts'
import { handOut, recall, receiveCopies } from './stock.ts'

const readers: Policy = { who: messageReaders, class: 2 }
const editors: Policy = { who: messageEditors, class: 2 }
const words = (letters: number) => maybe(z.string().trim().max(letters))
const languages = z.array(z.string().length(3)).max(30)

const item = z.object({
  ...{
    code: line(40),
    title: z.object({ pt: line(200), en: line(200) }),
    kind: z.enum(itemKinds),
    topic: line(60),
    languages: languages.min(1),
    message: maybe(z.uuid()),
  },
  print: maybe(z.object({ format: line(60), pages: maybe(z.int().min(1).max(2000)), paper: words(100), colours: words(60) })),
  consent: z.enum(consents),
})

const moved = z.object({ place: line(60), day: z.iso.date(), quantity: z.int().min(1).max(10_000_000) })

export const materialRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/materials',
    policy: readers,
    summary: 'The library of materials, with those whose message no longer holds',
    answer: async ({ house, actor }) => ({ items: await read(house.doors, actor, (db) => itemsNow(db, today())) }),
  }),
  route({
    method: 'POST',
    url: '/api/publications/materials',
    policy: editors,
    summary: 'Enter a material into the library',
    body: item,
    answer: async ({ house, actor, body }) => {
      const unknown = [...unknownCodes(house, 'messageTopic', [body.topic]), ...unknownCodes(house, 'messageLanguage', body.languages)]
      return unknown.length > 0 ? { refused: unknown } : act(house.doors, actor, (db) => newItem(db, house, body))
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/materials/:id/receive',
    policy: editors,
    summary: 'Copies came from the printer into the store of a place',
    params: byId,
    body: moved,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => receiveCopies(db, params.id, body, today())),
  }),
  route({
    method: 'POST',
    url: '/api/publications/materials/:id/hand-out',
    policy: editors,
    summary: 'Copies went from the store of a place into hands',
    params: byId,
    body: moved.extend({ deliverer: line(200), campaign: maybe(z.uuid()) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => handOut(db, params.id, body, today())),
  }),
  route({
    method: 'POST',
    url: '/api/publications/materials/:id/recall',
    policy: editors,
    summary: 'Recall a material: its copies are put aside and the places that have it are named',
    params: byId,
    body: z.object({ reason: line(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => recall(db, params.id, body.reason, new Date().toISOString())),
  }),
]
