/** Faults as real systems had them, planted around our own server and outbox, so that the test shows that it would find them. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Envelope } from '../../src/faces/field/outbox/network.ts'
import { readDocument } from '../../src/kernel/forms/document.ts'
import { filesHashOf, signingOf, signReceipt } from '../../src/kernel/forms/receipts.ts'
import { asOwner, type House } from '../../src/kernel/index.ts'
import { outboxOf } from './phone.ts'
import { finished, type Planted } from './world.ts'

const pushed = (address: unknown, init: RequestInit = {}): Envelope[] =>
  String(address).endsWith('/sync/push') ? (JSON.parse(String(init.body)) as { envelopes: Envelope[] }).envelopes : []

async function signedUnseen(house: House, envelope: Envelope) {
  const document = 'xml' in envelope ? readDocument(envelope.xml) : { facts: {} }
  if ('facts' in document) return []
  const { form, instanceId, payloadHash } = document
  const { epoch } = await signingOf(house)
  const facts = { form, instanceId, outcome: 'complete' as const, payloadHash, filesHash: filesHashOf(envelope.files) }
  const receipt = signReceipt(house.keyring, { ...facts, receivedAt: new Date().toISOString(), serverSeq: 0, epoch })
  return [{ instanceId, outcome: 'complete', receipt, missing: [] }]
}

/** The receipt is signed first and the commit hoped for: the server dies, the receipt is out. */
const signsBeforeCommit: Planted['server'] = (carry, house) => async (address, init) => {
  const envelopes = pushed(address, init)
  if (envelopes.length === 0) return carry(address, init)
  return carry(address, init).catch(async () => {
    const answers = await Promise.all(envelopes.map((envelope) => signedUnseen(house, envelope)))
    return Response.json({ answers: answers.flat() })
  })
}

/** A retry is taken for something new, because the server names what arrives. */
const retryMakesARow: Planted['server'] = (carry, house) => async (address, init) => {
  for (const envelope of pushed(address, init)) {
    const [known] = await asOwner(house.doors).rows(sql`select from forms.submission where instance_id = ${envelope.instanceId}`)
    if (!known || !('xml' in envelope)) continue
    const instanceId = `uuid:${randomUUID()}`
    const renamed = { ...envelope, instanceId, deviceSeq: undefined, xml: envelope.xml.replace(envelope.instanceId, instanceId) }
    await carry(address, { ...init, body: JSON.stringify({ envelopes: [renamed] }) })
  }
  return carry(address, init)
}

/** Status 200 is taken for "arrived". */
const dropsOnStatus200: Planted['afterMeeting'] = async (phone, status) => {
  if (status !== 200) return
  for (const entry of await finished(phone)) if (entry.phase !== 'received') await outboxOf(phone).forget(entry)
}

export const plantedFaults: Record<string, Planted> = {
  'server that signs before it commits': { server: signsBeforeCommit },
  'outbox that drops on status 200 without a receipt': { afterMeeting: dropsOnStatus200 },
  'retry that makes a second row': { server: retryMakesARow },
}
