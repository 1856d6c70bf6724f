/**
 * The rescue file: everything that has no receipt yet, sealed to the office, in one file that any card or cable can carry. The phone keeps its copies; the
 * office takes each form once, however often it is brought.
 */
import { type Sealed, sealFor } from '../store/sealing.ts'
import { inOrder } from './entry.ts'
import { envelopeOf } from './envelope.ts'
import type { Envelope, OutboxStore } from './network.ts'

/** Work of other screens than forms; `of`: what it belongs to. */
export type CarriedHere = { kind: string; of: string; sealed: Sealed }

export type RescueFile = {
  kind: 'capulana-rescue-1'
  madeAt: string
  device: string
  project: number
  envelopes: (Omit<Envelope, 'xml' | 'sealed'> & { sealed: Sealed; contents: { name: string; sealed: Sealed }[] })[]
  carried: CarriedHere[]
}

export type Rescuing = {
  store: OutboxStore
  sealingKey: { id: string; jwk: JsonWebKey }
  device: string
  project: number
  client: string
  now: () => number
  carried?: CarriedHere[]
}

export async function rescueFile({ store, sealingKey, device, project, client, now, carried = [] }: Rescuing): Promise<RescueFile> {
  const waiting = (await store.all()).filter(({ phase, deviceSeq }) => phase !== 'draft' && phase !== 'received' && deviceSeq !== null).sort(inOrder)
  const envelopes: RescueFile['envelopes'] = []
  for (const entry of waiting) {
    const payload = await store.payload(entry.instanceId)
    if (!payload) continue
    const sealed = 'sealed' in payload ? payload.sealed : await sealFor(sealingKey, entry.instanceId, new TextEncoder().encode(payload.xml))
    const contents: { name: string; sealed: Sealed }[] = []
    for (const { name } of entry.files) {
      const bytes = await store.file(entry.instanceId, name)
      if (bytes) contents.push({ name, sealed: await sealFor(sealingKey, entry.instanceId, bytes) })
    }
    const envelope = envelopeOf(entry, { sealed }, client)
    envelopes.push({ ...envelope, sealed, contents })
  }
  return { kind: 'capulana-rescue-1', madeAt: new Date(now()).toISOString(), device, project, envelopes, carried }
}

export const rescueName = (device: string, at: string): string => `capulana-${device.replace(/[^\w-]+/g, '-')}-${at.slice(0, 10)}.rescue.json`

/** Bytes of the file as written; kept here so that screens and tests write the same. */
export const rescueBytes = (file: RescueFile): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(file))
