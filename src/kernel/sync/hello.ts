/**
 * The greeting of a phone: what time it is there, how many forms it says it has finished, which receipt it holds. From it we learn what never came, whose clock
 * is wrong, and whether this database was put back to an older copy behind our back: a receipt that we signed and do not remember proves it.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { parseReceipt, type ReceiptFacts, receiptHolds } from '../../engines/instance/index.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../audit/audit.ts'
import { epochs, renewEpoch } from '../db/epoch.ts'
import { act, asOwner, read } from '../db/transaction.ts'
import { onBehalfOf } from '../forms/arrival.ts'
import { gapsOf } from '../forms/devices.ts'
import { forgetForms } from '../forms/formToFill.ts'
import { forgetSigning, signingOf } from '../forms/receipts.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import { openOrders } from './orders.ts'

const short = z.string().max(300)

export const helloBody = z.object({
  protocol: z.number().int(),
  deviceTime: short,
  announcedSeq: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  epoch: short.nullish(),
  newestReceipt: z.object({ text: z.string().max(2000), keyId: short, signature: short }).nullish(),
  persistentStorage: z.boolean().nullish(),
  client: short.nullish(),
})
type Hello = z.infer<typeof helloBody>

const largestSkew = 2 ** 31 - 1

export async function hello(house: House, actor: Actor, said: Hello) {
  const now = new Date()
  const claimed = Date.parse(said.deviceTime)
  const skew = Number.isNaN(claimed) ? null : Math.max(-largestSkew, Math.min(largestSkew, Math.round((claimed - now.getTime()) / 1000)))
  if (said.newestReceipt) await proveNoRollback(house, actor, said.newestReceipt)
  const { epoch, forgetful } = await signingOf(house)
  const device = actor.device!
  const found = await act(house.doors, onBehalfOf(actor), async (db) => {
    const row = await db.one<{ announcedSeq: number; areas: string[] }>(sql`
      update forms.device set skew_seconds = ${skew}, announced_seq = greatest(announced_seq, ${said.announcedSeq}), persistent_storage = ${said.persistentStorage ?? null},
        client = coalesce(${said.client ?? null}, client) where id = ${device} returning announced_seq, areas`)
    return {
      announced: row!.announcedSeq,
      gaps: await gapsOf(db, device, row!.announcedSeq),
      orders: await openOrders(db, device),
      person: await db.one<{ name: string }>(sql`select p.name from kernel.person p join forms.device d on d.person = p.id where d.id = ${device}`),
      project: await db.one<{ number: number; name: string; training: boolean }>(
        sql`select number, name, training from forms.project where id = ${actor.phone!.projectId}`,
      ),
    }
  })
  if ('refused' in found) return found
  const { receiptKey, sealingKey } = house.keyring
  return {
    serverTime: now.toISOString(),
    epoch,
    protocols: [1],
    signing: forgetful.length === 0,
    device: { id: device, label: actor.phone!.label, person: found.person, areas: actor.areas },
    project: found.project,
    mission: house.pack.country.iso3,
    receiptKeys: [{ id: receiptKey.id, jwk: receiptKey.jwk }],
    sealingKey: { id: sealingKey.id, jwk: sealingKey.jwk },
    orders: actor.phone!.ended ? [{ id: 'revoked', kind: 'revoked' as const }, ...found.orders] : found.orders,
    gaps: found.gaps,
  }
}

const unknownToUs = (facts: ReceiptFacts, known: { current: string; all: string[]; highest: number }): boolean =>
  !known.all.includes(facts.epoch) || (facts.epoch === known.current && facts.serverSeq > known.highest)

async function proveNoRollback(house: House, actor: Actor, given: { text: string; keyId: string; signature: string }): Promise<void> {
  const facts = parseReceipt(given.text)
  if (!facts || given.keyId !== house.keyring.receiptKey.id || !(await receiptHolds(given, house.keyring.receiptKey.jwk))) return
  const owner = asOwner(house.doors)
  const highest = async () => (await owner.one<{ seq: number }>(sql`select last_value::int as seq from forms.server_seq`))!.seq
  const all = await epochs(house.doors.owner)
  const known = { current: all[0]!.id, all: all.map(({ id }) => id), highest: await highest() }
  if (!unknownToUs(facts, known)) return
  const renewed = await renewEpoch(house.doors.owner, 'rollback-found')
  // Numbers that were given before are not given again.
  await owner.run(sql`select setval('forms.server_seq', greatest(last_value, ${facts.serverSeq}::bigint)) from forms.server_seq`)
  forgetSigning(house.doors)
  forgetForms(house)
  const lost = { markEpoch: facts.epoch, markSeq: facts.serverSeq, markAt: facts.receivedAt, seq: known.highest }
  house.epoch.epoch = renewed
  house.epoch.rolledBack = refuse('db.rolled-back', lost)
  house.log.error(lost, 'a phone holds a receipt that this database does not know: it was put back to an older copy')
  await read(house.doors, onBehalfOf(actor), (db) => audit(db, 'epoch.rollback-found', 'kernel.epoch', renewed.id, { ...lost, device: actor.device ?? null }))
}
