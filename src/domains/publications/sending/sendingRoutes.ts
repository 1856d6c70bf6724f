/** The requests of sending to telephones. Numbers come in by the body of a request and go out to the gateway alone: no answer here holds one. */
import { z } from 'zod'
import {
  type AnyRoute,
  act,
  asTheHouse,
  byId,
  destroyBuried,
  getRow,
  line,
  maybe,
  now,
  type Policy,
  read,
  refuse,
  refused,
  route,
  wayOut,
} from '../../../kernel/index.ts'
import { unknownCodes } from '../knownCodes.ts'
import { Message, messageEditors, messageReaders } from '../messages/message.ts'
import { keepOptIn, stopOptIn } from './keepOptIn.ts'
import { phoneChannels, waysOfAsking } from './optIn.ts'
import { order, recipientsOf, stopSending } from './order.ts'
import { optInCounts, sendingsNow } from './readSendings.ts'

const readers: Policy = { who: messageReaders, class: 2 }
const editors: Policy = { who: messageEditors, class: 2 }
const language = z.string().length(3)
const channel = z.enum(phoneChannels)

export const sendingRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/sendings',
    policy: readers,
    summary: 'What goes out to telephones: how each sending stands, how old the queue is, and how many asked to be written to',
    answer: async ({ house, actor }) => {
      const gateway = await wayOut(house, 'messages')
      const shown = await read(house.doors, actor, async (db) => ({ sendings: await sendingsNow(db), optIns: await optInCounts(db) }))
      return { ...shown, gateway: gateway && { host: new URL(gateway.address).host }, now: now() }
    },
  }),
  route({
    method: 'GET',
    url: '/api/publications/sendings/recipients',
    policy: editors,
    summary: 'How many of those who asked a message would go to',
    query: z.object({ message: z.uuid(), language, channel, place: line(60) }),
    answer: ({ house, actor, query }) =>
      read(house.doors, actor, async (db) => {
        const message = await getRow(db, Message, query.message)
        return message ? { recipients: (await recipientsOf(db, { ...query, topic: message.topic })).length } : refused(refuse('access.not-found'))
      }),
  }),
  route({
    method: 'POST',
    url: '/api/publications/sendings',
    policy: editors,
    summary: 'Send a message to those who asked for it: of a campaign on air, or at once from the library for emergencies',
    body: z.object({ message: z.uuid(), campaign: maybe(z.uuid()), language, channel, place: line(60) }),
    answer: async ({ house, actor, body }) => {
      const done = await act(house.doors, actor, (db) => order(db, house, body, now()))
      await house.wakers.get('send-messages')?.()
      return done
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/sendings/:id/stop',
    policy: editors,
    summary: 'Stop what was not handed over yet',
    params: byId,
    body: z.object({ because: line(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => stopSending(db, params.id, body.because)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/opt-ins',
    policy: editors,
    summary: 'Keep the number of somebody who asked to be written to; it is closed at once',
    body: z.object({
      ...{ number: line(30), channels: z.array(channel).min(1), language, place: line(60), topics: z.array(line(60)).max(50).default([]) },
      ...{ how: z.enum(waysOfAsking), paper: maybe(line(60)) },
    }),
    answer: async ({ house, actor, body }) => {
      const unknown = [...unknownCodes(house, 'messageLanguage', [body.language]), ...unknownCodes(house, 'messageTopic', body.topics)]
      return unknown.length > 0 ? { refused: unknown } : act(house.doors, actor, (db) => asTheHouse(db, (own) => keepOptIn(own, house, body, now())))
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/opt-ins/stop',
    policy: editors,
    summary: 'Somebody said that they want no more messages: the number is destroyed',
    body: z.object({ number: line(30) }),
    answer: async ({ house, actor, body }) => {
      const done = await act(house.doors, actor, (db) => asTheHouse(db, (own) => stopOptIn(own, house, body.number, 'person', now())))
      await destroyBuried(house)
      return done
    },
  }),
]
