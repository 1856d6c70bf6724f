/** Faults as real systems had them, planted around our own code, so that the test shows that it would find them. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { readDocument } from '../../src/kernel/forms/document.ts'
import { filesHashOf, signingOf, signReceipt } from '../../src/kernel/forms/receipts.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { asOwner } from '../../src/kernel/index.ts'
import type { Receive } from './office.ts'
import { outboxOf } from './phone.ts'
import { finished, type Planted } from './world.ts'

/** The receipt is signed first and the commit hoped for. */
const signsBeforeCommit: Receive = async (house, actor, envelope) => {
  try {
    return await receive(house, actor, envelope)
  } catch {
    const document = readDocument(envelope.xml)
    if ('facts' in document) throw new Error('a phone sent what cannot be read')
    const { form, instanceId, payloadHash } = document
    const files = envelope.files.map(({ name, sha256 }) => ({ name, sha256: sha256! }))
    const { epoch } = await signingOf(house)
    const facts = { form, instanceId, outcome: 'complete' as const, payloadHash, filesHash: filesHashOf(files) }
    const receipt = signReceipt(house.keyring, { ...facts, receivedAt: new Date().toISOString(), serverSeq: 0, epoch })
    return { outcome: 'complete', receipt, missing: [], submission: null, instanceId }
  }
}

/** Status 200 is taken for "arrived". */
const dropsOnStatus200: Planted['afterMeeting'] = async (phone, status) => {
  if (status !== 200) return
  for (const entry of await finished(phone)) if (entry.phase !== 'received') await outboxOf(phone).forget(entry)
}

/** A retry is taken for something new, because the server names what arrives. */
const retryMakesARow: Receive = async (house, actor, envelope) => {
  const taken = await receive(house, actor, envelope)
  if ('refused' in taken || taken.outcome !== 'complete') return taken
  const known = await asOwner(house.doors).one<{ isOld: boolean }>(
    sql`select recorded_at < now() - interval '1 millisecond' * 20 as is_old from forms.submission where id = ${taken.submission}`,
  )
  if (known?.isOld) await receive(house, actor, { ...envelope, xml: envelope.xml.replace(taken.instanceId, `uuid:${randomUUID()}`), deviceSeq: undefined })
  return taken
}

export const plantedFaults: Record<string, Planted> = {
  'server that signs before it commits': { receive: signsBeforeCommit },
  'outbox that drops on status 200 without a receipt': { afterMeeting: dropsOnStatus200 },
  'retry that makes a second row': { receive: retryMakesARow },
}
