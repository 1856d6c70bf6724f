/**
 * Sends what waits, oldest first. Each form is answered on its own, so one that the office does not want never holds back the next. It stops at the first
 * sign that the line is gone; everything not acknowledged by a receipt stays as it was, and is offered again.
 */
import { type Entry, type Heard, hear, inOrder, isDue } from './entry.ts'
import { envelopeOf } from './envelope.ts'
import { sendFile } from './files.ts'
import { type Answered, type Envelope, isTrouble, type Network, type OutboxStore, type Trouble } from './network.ts'
import { checkReceipt, type ReceiptKey } from './receipt.ts'

/** What passes in twenty seconds on the slowest link that is promised (50 kbit/s). */
const batchBytes = 96 * 1024
const batchForms = 20

export type Sending = {
  store: OutboxStore
  network: Network
  keys: readonly ReceiptKey[]
  client: string
  now: () => number
  random: () => number
  /** After every change, so that the line on the screen is true. */
  changed?: () => void
}
export type Sent = { received: number; stopped: Trouble | null }

async function meaningOf(answer: Answered | undefined, entry: Entry, keys: readonly ReceiptKey[]): Promise<Heard> {
  if (!answer) return { kind: 'later' }
  if ('refusals' in answer) return { kind: 'refused', told: answer.refusals }
  if ('retry' in answer) return { kind: 'later', afterMs: answer.after * 1000 }
  const checked = await checkReceipt(answer.receipt, keys, entry)
  if ('problem' in checked) return { kind: 'refused', told: [{ code: `field.receipt-${checked.problem}`, facts: {} }] }
  return { kind: 'receipt', receipt: answer.receipt, facts: checked.facts, missing: answer.missing }
}

async function update(sending: Sending, entry: Entry, heard: Heard): Promise<Entry> {
  const next = hear(entry, heard, { now: sending.now(), random: sending.random() })
  await sending.store.put(next)
  sending.changed?.()
  return next
}

/** Refusals of a whole request concern everybody in it: who may send at all, how much, in which protocol. */
const afterTrouble = ({ trouble, told }: Trouble): Heard => (trouble === 'refused' ? { kind: 'refused', told } : { kind: 'later' })

async function pushTogether(sending: Sending, entries: Entry[]): Promise<{ entries: Entry[]; trouble: Trouble | null }> {
  const envelopes: Envelope[] = []
  for (const entry of entries) {
    const payload = await sending.store.payload(entry.instanceId)
    if (payload) envelopes.push(envelopeOf(entry, payload, sending.client))
  }
  const answer = await sending.network.push(envelopes)
  const changed: Entry[] = []
  for (const entry of entries) {
    const heard = isTrouble(answer)
      ? afterTrouble(answer)
      : await meaningOf(
          answer.answers.find(({ instanceId }) => instanceId === entry.instanceId),
          entry,
          sending.keys,
        )
    changed.push(await update(sending, entry, heard))
  }
  return { entries: changed, trouble: isTrouble(answer) ? answer : null }
}

async function sendFilesOf(sending: Sending, entry: Entry): Promise<Trouble | null> {
  for (const name of entry.missing) {
    const file = entry.files.find((known) => known.name === name)
    const bytes = file && (await sending.store.file(entry.instanceId, name))
    if (!file || !bytes) continue
    const sent = await sendFile(sending.network, file.sha256, bytes)
    if (isTrouble(sent)) return sent
  }
  return null
}

function* batches(entries: readonly Entry[]): Generator<Entry[]> {
  let [batch, bytes]: [Entry[], number] = [[], 0]
  for (const entry of entries) {
    if (batch.length > 0 && (bytes + entry.bytes > batchBytes || batch.length >= batchForms)) {
      yield batch
      ;[batch, bytes] = [[], 0]
    }
    batch.push(entry)
    bytes += entry.bytes
  }
  if (batch.length > 0) yield batch
}

const isGone = ({ trouble, status }: Trouble) => trouble !== 'refused' || status === 401 || status === 403

export async function sendWaiting(sending: Sending): Promise<Sent> {
  const due = (await sending.store.all()).filter((entry) => isDue(entry, sending.now())).sort(inOrder)
  let received = 0
  for (const batch of batches(due)) {
    const pushed = await pushTogether(sending, batch)
    received += pushed.entries.filter(({ phase }) => phase === 'received').length
    if (pushed.trouble && isGone(pushed.trouble)) return { received, stopped: pushed.trouble }
    for (const entry of pushed.entries.filter(({ phase, missing }) => phase === 'going' && missing.length > 0)) {
      const trouble = await sendFilesOf(sending, entry)
      if (trouble) {
        await update(sending, entry, afterTrouble(trouble))
        if (isGone(trouble)) return { received, stopped: trouble }
        continue
      }
      // Every file is there; asked again, the office signs for the whole.
      const whole = await pushTogether(sending, [entry])
      received += whole.entries.filter(({ phase }) => phase === 'received').length
      const [left] = whole.entries
      if (left?.phase === 'going') await update(sending, left, { kind: 'later' })
      if (whole.trouble && isGone(whole.trouble)) return { received, stopped: whole.trouble }
    }
  }
  return { received, stopped: null }
}
