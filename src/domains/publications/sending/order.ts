/** A message is ordered out to those who asked for it: under the rules of every other delivery, frozen as it stands, and cut into batches that wait for the gateway. */
import { sql } from 'kysely'
import {
  asTheHouse,
  audit,
  type Db,
  getRow,
  type House,
  insertRow,
  isRefused,
  type Refused,
  refuse,
  refused,
  serverOf,
  updateRow,
} from '../../../kernel/index.ts'
import { deliver } from '../campaigns/deliver.ts'
import { Message } from '../messages/message.ts'
import { textsNow } from '../messages/readMessages.ts'
import type { PhoneChannel } from './optIn.ts'
import { Sending, SendingBatch } from './sending.ts'

const inOneBatch = 100

export type OrderGiven = { message: string; campaign: string | null; language: string; channel: PhoneChannel; place: string }

/** Who asked for this, by the ids of their opt-ins: their language, their channel, their place or one inside it, their topics. */
export async function recipientsOf(
  db: Db,
  { language, channel, place, topic }: Omit<OrderGiven, 'message' | 'campaign'> & { topic: string },
): Promise<string[]> {
  const rows = await asTheHouse(db, (house) =>
    house.rows<{ id: string }>(sql`
      select id from publications.opt_in where stopped_at is null and sealed is not null and language = ${language} and channels ? ${channel}
        and place collate "C" >= ${place} and place collate "C" < ${`${place}~`} and (topics = '{}' or ${topic} = any (topics)) order by id`),
  )
  return rows.map(({ id }) => id)
}

export async function order(db: Db, house: House, given: OrderGiven, now: string): Promise<{ id: string; number: string; recipients: number } | Refused> {
  if (!(await serverOf(house, 'messages'))) return refused(refuse('sending.gateway-off'))
  const message = await getRow(db, Message, given.message)
  if (!message) return refused(refuse('access.not-found'))
  const text = (await textsNow(db, message.id)).find(({ language }) => language === given.language)
  if (!text) return refused(refuse('message.no-text', { language: given.language }))
  const recipients = await recipientsOf(db, { ...given, topic: message.topic })
  if (recipients.length === 0) return refused(refuse('sending.nobody'))
  const next = await db.one<{ n: number }>(sql`select nextval('publications.sending_number')::int as n`)
  const number = `SM-${String(next!.n).padStart(4, '0')}`
  const unknown = { quantity: null, reach: null, method: null, item: null }
  const { channel, language, place, campaign } = given
  const delivered = await deliver(
    db,
    { ...unknown, message: message.id, campaign, channel, language, place, day: now.slice(0, 10), deliverer: number },
    now.slice(0, 10),
  )
  if (isRefused(delivered)) return delivered
  const sending = await insertRow(db, Sending, {
    ...{ scope: place, number, message: message.id, language, edition: text.edition, text: text.text, channel, place },
    ...{ delivery: delivered.id, recipients: recipients.length, state: 'waiting' },
  })
  for (let from = 0, part = 1; from < recipients.length; from += inOneBatch, part++)
    await insertRow(db, SendingBatch, {
      ...{ scope: place, sending: sending.id, part, recipients: recipients.slice(from, from + inOneBatch), state: 'waiting', tries: 0, nextTryAt: now },
    })
  await audit(db, 'sending.order', Sending.name, sending.id, { number, channel, recipients: recipients.length })
  return { id: sending.id, number, recipients: recipients.length }
}

/** What was not handed over yet stays here; what was perhaps taken cannot be called back. */
export async function stopSending(db: Db, id: string, because: string): Promise<{ ok: true } | Refused> {
  const sending = await getRow(db, Sending, id)
  if (!sending) return refused(refuse('access.not-found'))
  const stopped = await db.run(sql`
    update publications.sending_batch set state = 'stopped', recipients = '[]', version = version + 1 where sending = ${id} and state = 'waiting'`)
  if (stopped === 0) return refused(refuse('sending.all-out'))
  await updateRow(db, Sending, id, { state: 'stopped', stoppedBecause: because })
  await audit(db, 'sending.stop', Sending.name, id, { batches: stopped })
  return { ok: true }
}
