/** A simulated phone: the field app's own outbox and its own way of sending, over a memory and a line that can fail at any deed. */
import { randomUUID } from 'node:crypto'
import { type Entry, finish, sendNow } from '../../src/faces/field/outbox/entry.ts'
import { greet } from '../../src/faces/field/outbox/greet.ts'
import { isTrouble, type Network, type Trouble } from '../../src/faces/field/outbox/network.ts'
import { payloadHash } from '../../src/faces/field/outbox/receipt.ts'
import { sendWaiting } from '../../src/faces/field/outbox/send.ts'
import { sealFor, sha256Hex } from '../../src/faces/field/store/sealing.ts'
import type { Actor } from '../../src/kernel/index.ts'
import type { CurveKey } from '../../src/kernel/keys/keyring.ts'
import { filled } from '../support/fieldWork.ts'
import { copyOf, emptyMemory, type Fuse, type Memory, outboxIn } from './memory.ts'

export const client = 'capulana-field/1'

export type Phone = {
  number: number
  actor: Actor
  key: string
  memory: Memory
  backup: Memory | null
  fuse: Fuse
  /** How far its clock is from the true one. */
  shiftMs: number
}

export const newPhone = (number: number, actor: Actor, key: string): Phone => ({
  number,
  actor,
  key,
  memory: emptyMemory(),
  backup: null,
  fuse: { left: null },
  shiftMs: 0,
})

export const outboxOf = ({ memory, fuse }: Phone) => outboxIn(memory, fuse)
export const clockOf = (phone: Phone) => () => Date.now() + phone.shiftMs

export const backUp = (phone: Phone): void => void (phone.backup = copyOf(phone.memory))
export function putBack(phone: Phone): void {
  phone.memory = phone.backup ? copyOf(phone.backup) : emptyMemory()
}

export type FormOfPhone = { id: string; code: string; version: string; isRestricted: boolean; sealingKey: Pick<CurveKey, 'id' | 'jwk'> }
/** `replaces`: the instance that this one edits. */
export type Answering = { people: number; households: number[]; photos: Uint8Array<ArrayBuffer>[]; replaces?: string }

export async function begin(phone: Phone, { id, code, version, isRestricted }: FormOfPhone): Promise<string> {
  const instanceId = `uuid:${randomUUID()}`
  const now = new Date(clockOf(phone)()).toISOString()
  const draft: Entry = {
    instanceId,
    form: { id, code, version, title: {}, isRestricted },
    phase: 'draft',
    name: '',
    startedAt: now,
    savedAt: now,
    elapsedMs: 0,
    files: [],
    finishedAt: null,
    deviceSeq: null,
    payloadHash: null,
    bytes: 0,
    tries: 0,
    nextAt: 0,
    missing: [],
    told: [],
    receipt: null,
    receiptAt: null,
  }
  await outboxOf(phone).saveDraft(draft, { xml: '', page: 0, language: null, chosen: null }, [], [])
  return instanceId
}

/** Finishes a draft in the version that it was begun in, whatever was published since. */
export async function complete(phone: Phone, draft: Entry, { people, households, photos, replaces }: Answering, form: FormOfPhone): Promise<Entry> {
  const outbox = outboxOf(phone)
  const names = photos.map((_, at) => `${draft.instanceId.slice(-8)}-${at}.jpg`)
  const { code, version } = draft.form
  const { xml } = filled({ instanceId: draft.instanceId, people, households, photos: names, replaces, code, version })
  const bytes = new TextEncoder().encode(xml)
  const files = await Promise.all(photos.map(async (photo, at) => ({ name: names[at]!, sha256: await sha256Hex(photo), bytes: photo.length })))
  const finished = finish(draft, {
    finishedAt: new Date(clockOf(phone)()).toISOString(),
    elapsedMs: 60_000,
    deviceSeq: await outbox.nextSeq(),
    payloadHash: (await payloadHash(xml))!,
    files,
    bytes: bytes.length,
    name: 'Mieze',
  })
  const payload = draft.form.isRestricted ? { sealed: await sealFor(form.sealingKey, draft.instanceId, bytes) } : { xml }
  await outbox.finish(
    finished,
    payload,
    photos.map((photo, at) => ({ name: names[at]!, type: 'image/jpeg', bytes: photo })),
    draft.files,
  )
  return finished
}

/** One meeting with the office, in the order of the app: greet, send, and only then remember which memory of the office this was. */
export async function meet(phone: Phone, network: Network, pinned: { x: string; y: string }, byButton: boolean): Promise<Trouble | null> {
  const store = outboxOf(phone)
  const now = clockOf(phone)
  if (byButton) for (const entry of await store.all()) await store.put(sendNow(entry))
  const announcedSeq = await store.announcedSeq()
  const greeted = await greet({ store, network, pinned, epoch: phone.memory.epoch, announcedSeq, persistentStorage: null, client, now })
  if (isTrouble(greeted)) return greeted
  const { stopped } = await sendWaiting({ store, network, keys: greeted.hello.receiptKeys, client, now, random: () => 0.5 })
  phone.memory.epoch = greeted.hello.epoch
  return stopped
}
