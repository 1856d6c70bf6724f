/** The requests of the message studio. */
import { z } from 'zod'
import { type AnyRoute, act, byId, isRefused, line, now, type Policy, read, route, today } from '../../../kernel/index.ts'
import { unknownCodes } from '../knownCodes.ts'
import { approveForEmergencies, factChanged, keepTrial, renewFact } from './holdTrue.ts'
import { lookOver, newMessage, translateBack, writeText } from './keepMessage.ts'
import { messageClearers, messageEditors, messageReaders } from './message.ts'
import { messageSheet } from './messageSheet.ts'
import { messagesNow } from './readMessages.ts'

const readers: Policy = { who: messageReaders, class: 2 }
const editors: Policy = { who: messageEditors, class: 2 }
const language = z.string().length(3)
const day = z.iso.date()

export const messageRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/messages',
    policy: readers,
    summary: 'Messages with their texts, whether these hold, and what trials found',
    answer: async ({ house, actor }) => ({
      messages: await read(house.doors, actor, (db) => messagesNow(db, today())),
      wordsPerSecond: house.pack.thresholds.spokenWordsPerSecond,
      today: today(),
    }),
  }),
  route({
    method: 'POST',
    url: '/api/publications/messages/:id/sheet',
    policy: readers,
    summary: 'A message in all its languages on paper; refused with the letter that the print cannot show',
    params: byId,
    body: z.object({ lang: z.enum(['pt', 'en']).default('pt') }),
    answer: async ({ house, actor, params, body }) => {
      const sheet = await read(house.doors, actor, (db) => messageSheet(house, db, params.id, body.lang))
      return isRefused(sheet) ? sheet : sheet()
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/messages',
    policy: editors,
    summary: 'Write a new message in the language that it starts from',
    body: z.object({ key: line(60), topic: line(60), sourceLanguage: language.default('por'), factSource: line(500), validUntil: day, text: line(4000) }),
    answer: async ({ house, actor, body }) => {
      const unknown = [...unknownCodes(house, 'messageTopic', [body.topic]), ...unknownCodes(house, 'messageLanguage', [body.sourceLanguage])]
      return unknown.length > 0 ? { refused: unknown } : act(house.doors, actor, (db) => newMessage(db, house, body, today()))
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/messages/:id/texts',
    policy: editors,
    summary: 'Write the text of one language; a change of the source text marks all others',
    params: byId,
    body: z.object({ language, text: line(4000), edition: z.int().min(0), source: z.int().min(1) }),
    answer: async ({ house, actor, params, body }) => {
      const unknown = unknownCodes(house, 'messageLanguage', [body.language])
      return unknown.length > 0 ? { refused: unknown } : act(house.doors, actor, (db) => writeText(db, params.id, body))
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/messages/:id/look-over',
    policy: editors,
    summary: 'Say that a translation still says what the source text says now',
    params: byId,
    body: z.object({ language, source: z.int().min(1) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => lookOver(db, params.id, body, now())),
  }),
  route({
    method: 'POST',
    url: '/api/publications/messages/:id/back-translation',
    policy: editors,
    summary: 'Keep what somebody else understood from a translation',
    params: byId,
    body: z.object({ language, text: line(4000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => translateBack(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/messages/:id/trials',
    policy: editors,
    summary: 'Keep a trial with people: how many were asked and how many understood',
    params: byId,
    body: z.object({ language, day, place: line(60), people: line(300), asked: z.int().min(1).max(100_000), understood: z.int().min(0).max(100_000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepTrial(db, params.id, body, today())),
  }),
  route({
    method: 'POST',
    url: '/api/publications/messages/:id/renew',
    policy: editors,
    summary: 'The fact was looked up again and holds until another day',
    params: byId,
    body: z.object({ factSource: line(500), validUntil: day }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => renewFact(db, params.id, body, today())),
  }),
  route({
    method: 'POST',
    url: '/api/publications/messages/:id/fact-changed',
    policy: editors,
    summary: 'The fact is no longer so: the message goes out no more',
    params: byId,
    body: z.object({ on: day, words: line(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => factChanged(db, params.id, body, today())),
  }),
  route({
    method: 'POST',
    url: '/api/publications/messages/:id/approve',
    policy: { who: messageClearers, class: 2 },
    summary: 'Put a message into the library for emergencies; not by who wrote it',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => approveForEmergencies(db, params.id, today(), now())),
  }),
]
