/** The requests of what is heard. */
import { z } from 'zod'
import { heardKinds } from '../../../engines/message/index.ts'
import { type Actor, type AnyRoute, act, byId, type House, line, maybe, now, type Policy, read, route, today } from '../../../kernel/index.ts'
import { unknownCodes } from '../knownCodes.ts'
import { messageClearers, messageEditors, messageReaders } from '../messages/message.ts'
import { answerHeard, clearAnswer, keepHeard, keepListening, strikeListening } from './keepListening.ts'
import { listeningChannels } from './listening.ts'
import { listeningNow } from './readListening.ts'

const editors: Policy = { who: messageEditors, class: 2 }
const session = z.object({ channel: z.enum(listeningChannels), place: line(20), day: z.iso.date(), language: z.string().length(3), team: line(120) })
const thing = z.object({ topic: line(60), message: maybe(z.uuid()), kind: z.enum(heardKinds), wording: line(300), times: z.int().min(1).max(10_000) })

async function writeDown(house: House, actor: Actor, at: Parameters<typeof keepHeard>[1], given: z.infer<typeof thing>) {
  const unknown = unknownCodes(house, 'messageTopic', [given.topic])
  return unknown.length > 0 ? { refused: unknown } : act(house.doors, actor, (db) => keepHeard(db, at, given))
}

export const listeningRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/listenings',
    policy: { who: messageReaders, class: 2 },
    summary: 'Where and when somebody listened, what was heard there, and what was answered',
    answer: ({ house, actor }) => read(house.doors, actor, listeningNow),
  }),
  route({
    method: 'POST',
    url: '/api/publications/listenings',
    policy: editors,
    summary: 'Write down that somebody listened, whether or not anything was heard',
    body: session,
    answer: async ({ house, actor, body }) => {
      const unknown = unknownCodes(house, 'messageLanguage', [body.language])
      return unknown.length > 0 ? { refused: unknown } : act(house.doors, actor, (db) => keepListening(db, body, today()))
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/listenings/:id/strike',
    policy: editors,
    summary: 'A listening that was written down by mistake counts no more',
    params: byId,
    body: z.object({ because: line(300) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => strikeListening(db, params.id, body.because)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/listenings/:id/heard',
    policy: editors,
    summary: 'Write down what was heard, without names, telephone numbers and addresses',
    params: byId,
    body: thing,
    answer: ({ house, actor, params, body }) => writeDown(house, actor, { listening: params.id }, body),
  }),
  route({
    method: 'PATCH',
    url: '/api/publications/heard/:id',
    policy: editors,
    summary: 'Put right what was heard; an answer to other words has to be cleared anew',
    params: byId,
    body: thing,
    answer: ({ house, actor, params, body }) => writeDown(house, actor, { heard: params.id }, body),
  }),
  route({
    method: 'POST',
    url: '/api/publications/heard/:id/answer',
    policy: editors,
    summary: 'Answer what was heard',
    params: byId,
    body: z.object({ answer: line(600) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => answerHeard(db, params.id, body.answer)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/heard/:id/clear',
    policy: { who: messageClearers, class: 2 },
    summary: 'Clear an answer; not by who wrote it',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => clearAnswer(db, params.id, now())),
  }),
]
