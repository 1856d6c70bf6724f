/**
 * The work of the queue: first whoever said STOP, then the batches whose hour has come, then the receipts. One process at a time speaks with the gateway. One that is down
 * makes batches wait, longer each time and at most an hour; the number of the batch stays the same, and so it is sent once.
 */
import { sql } from 'kysely'
import {
  act,
  asOwner,
  audit,
  type Db,
  destroyBuried,
  type House,
  holdWork,
  isRefused,
  type OutsideServer,
  type Refused,
  serverOf,
  theSystem,
} from '../../../kernel/index.ts'
import { messagesOf } from '../campaigns/readCampaigns.ts'
import { forbidsGoingOut } from '../messages/standing.ts'
import { askIncoming, askReceipts, type GatewayFault, handBatch } from './gateway.ts'
import { takeIncoming } from './keepOptIn.ts'
import { type BatchRow, Sending, type SendingRow } from './sending.ts'
import { tellReceipts } from './tellReceipts.ts'

type Due = Pick<BatchRow, 'id' | 'sending' | 'recipients' | 'tries'> & Pick<SendingRow, 'message' | 'language' | 'channel' | 'text'>
const asHouse = async <T>(house: House, deed: (db: Db) => Promise<T | Refused>): Promise<T> => {
  const done = await act(house.doors, theSystem, deed)
  if (isRefused(done)) throw new Error(done.refused.map(({ code }) => code).join(', '))
  return done
}

const minutesUntil = (tries: number) => Math.min(60, 2 ** tries)

/** What people wrote since we last asked; where the gateway does not answer nothing may go out that somebody perhaps stopped. */
async function readIncoming(house: House, server: OutsideServer, now: string): Promise<GatewayFault | null> {
  const owner = asOwner(house.doors)
  const cursor = await owner.one<{ value: string }>(sql`select value from kernel.setting where name = 'outward.messages-read'`)
  const found = await askIncoming(server, cursor?.value ?? '')
  if ('fault' in found) return found
  const unsaid = { place: house.pack.country.pcode, language: 'por' }
  for (const message of found.messages) await asHouse(house, async (db) => takeIncoming(db, house, message, unsaid, now))
  await destroyBuried(house)
  await owner.run(sql`
    insert into kernel.setting (name, value) values ('outward.messages-read', ${JSON.stringify(found.next)}::jsonb)
    on conflict (name) do update set value = excluded.value, at = now()`)
  return null
}

/** A message that no longer holds goes no further, however long it waited in the queue. */
async function stopped(db: Db, { sending, message, language }: Due, day: string): Promise<boolean> {
  const [found] = await messagesOf(db, [message])
  const forbidden = found ? forbidsGoingOut(found.message, found.texts, { day, languages: [language] }) : []
  if (forbidden.length === 0) return false
  await db.run(sql`update publications.sending_batch set state = 'stopped', recipients = '[]' where sending = ${sending} and state = 'waiting'`)
  await db.run(sql`update publications.sending set state = 'stopped', stopped_because = ${forbidden[0]!.code}, version = version + 1 where id = ${sending}`)
  await audit(db, 'sending.stop', Sending.name, sending, { because: forbidden[0]!.code })
  return true
}

const dueNow = (db: Db, at: string, id: string | null): Promise<Due[]> =>
  db.rows<Due>(sql`
    select b.id, b.sending, b.recipients, b.tries, s.message, s.language, s.channel, s.text
    from publications.sending_batch b join publications.sending s on s.id = b.sending
    where b.state = 'waiting' and b.next_try_at <= ${at}::timestamptz and (${id}::uuid is null or b.id = ${id}::uuid) order by b.recorded_at, b.part limit 200`)

/** The gateway itself is down or shut to us: the other batches need not try. */
const isDown = ({ fault, status }: GatewayFault) => fault !== 'refused' || status === null || status >= 500 || [401, 403, 429].includes(status)

/** Asked again once it is held: somebody may have stopped it meanwhile. False: the gateway is down. */
async function handOne(house: House, server: OutsideServer, id: string, at: string): Promise<boolean> {
  const ready = await asHouse(house, async (db) => {
    const [due] = await dueNow(db, at, id)
    if (!due || (await stopped(db, due, at.slice(0, 10)))) return null
    const open = await db.rows<{ id: string; sealed: string }>(
      sql`select id, sealed from publications.opt_in where id = any (${due.recipients}::uuid[]) and stopped_at is null and sealed is not null order by id`,
    )
    return {
      due,
      recipients: open.flatMap((each) => ({ id: each.id, number: house.vault.open(each.id, each.sealed) })).filter(({ number }) => number !== null),
    }
  })
  if (!ready) return true
  const { due } = ready
  const recipients = ready.recipients as { id: string; number: string }[]
  const answer =
    recipients.length === 0 ? { sent: 0 } : await handBatch(server, { batch: id, channel: due.channel, language: due.language, text: due.text, recipients })
  await asHouse(house, async (db) => ('fault' in answer ? putOff(db, due, answer, at) : noteHanded(db, due, answer.sent, at)))
  return !('fault' in answer && isDown(answer))
}

async function putOff(db: Db, { id, tries }: Due, { fault, status }: GatewayFault, at: string): Promise<void> {
  await db.run(sql`
    update publications.sending_batch set tries = tries + 1, fault = ${fault}, fault_status = ${status}, version = version + 1,
      next_try_at = ${at}::timestamptz + make_interval(mins => ${minutesUntil(tries)}::int) where id = ${id} and state = 'waiting'`)
}

/** Nothing was handed over yet, and each batch says why. */
async function noteDown(db: Db, { fault, status }: GatewayFault, at: string): Promise<void> {
  await db.run(sql`
    update publications.sending_batch set fault = ${fault}, fault_status = ${status}, next_try_at = ${at}::timestamptz + interval '1 minute', version = version + 1
    where state = 'waiting' and next_try_at <= ${at}::timestamptz`)
}

async function noteHanded(db: Db, { id, sending }: Due, sent: number, at: string): Promise<void> {
  await db.run(sql`
    update publications.sending_batch set state = ${sent === 0 ? 'done' : 'handed_over'}, tries = tries + 1, fault = null, fault_status = null, sent = ${sent},
      recipients = case when ${sent}::int = 0 then '[]'::jsonb else recipients end, delivered = case when ${sent}::int = 0 then 0 end, failed = case when ${sent}::int = 0 then 0 end, handed_over_at = ${at}::timestamptz,
      next_try_at = ${at}::timestamptz, version = version + 1 where id = ${id}`)
  await audit(db, 'sending.hand-over', Sending.name, sending, { batch: id, sent })
  await tellReceipts(db, sending)
}

/** Until every phone answered, and at most for three days: then what nobody confirmed stays unconfirmed. */
async function readReceipts(house: House, server: OutsideServer, at: string): Promise<void> {
  const open = await asHouse(house, (db) =>
    db.rows<{ id: string; sending: string; late: boolean }>(sql`
      select id, sending, handed_over_at < ${at}::timestamptz - interval '3 days' as late from publications.sending_batch
      where state = 'handed_over' and next_try_at <= ${at}::timestamptz order by handed_over_at limit 200`),
  )
  for (const { id, sending, late } of open) {
    const found = await askReceipts(server, id)
    const known = 'fault' in found ? null : found
    if ('fault' in found && isDown(found) && !late) return
    const ends = late || known?.waiting === 0
    await asHouse(house, async (db) => {
      await db.run(sql`
        update publications.sending_batch set delivered = coalesce(${known?.delivered ?? null}::int, delivered), failed = coalesce(${known?.failed ?? null}::int, failed),
          state = ${ends ? 'done' : 'handed_over'}, recipients = case when ${ends}::boolean then '[]'::jsonb else recipients end,
          next_try_at = ${at}::timestamptz + interval '2 minutes', version = version + 1 where id = ${id} and state = 'handed_over'`)
      await tellReceipts(db, sending)
    })
  }
}

export async function sendBatches(house: House, now: Date): Promise<void> {
  const server = await serverOf(house, 'messages')
  if (!server) return
  const at = now.toISOString()
  await holdWork(house, 'message-gateway', async () => {
    const down = await readIncoming(house, server, at)
    if (down) {
      await asHouse(house, (db) => noteDown(db, down, at))
      return
    }
    for (const { id } of await asHouse(house, (db) => dueNow(db, at, null))) if (!(await handOne(house, server, id, at))) break
    await readReceipts(house, server, at)
  })
}
