/** The distributions that this tablet takes part in, as the office lent them, and the facts that were written here: these stay until the office has signed for each one. */
import { toBase64url } from '../../../engines/base64url.ts'
import { type Entitled, type FieldFact, factText, type Held, type RevokedToken } from '../../../engines/handover/index.ts'
import { factShelf, type Kept } from '../outbox/keptFacts.ts'
import { countPast } from '../store/database.ts'
import type { LockedStore } from '../store/locked.ts'

export type DayHere = {
  id: string
  code: string
  name: string
  place: string
  point: string
  day: string
  state: string
  messages: string | null
  listHash: string
  issued: Held[]
  items: Record<string, { pt: string; en: string }>
  /** Given elsewhere and only recorded here; no tablet holds any of it. */
  money?: string[]
  revoked: RevokedToken[]
  elsewhere: { device?: string; household: string; line: number; quantity: number; at?: string }[]
  tablets?: { device: string; label: string; through: number }[]
  /** The office's word that this tablet's key is its own, and under which name. */
  vouched?: { label: string; vouch: string } | null
  lastSequence: number
}
export type ListedHere = Entitled & { mark: boolean; alternates: boolean; shortCode: string | null }
export type ListHere = { hash: string; households: ListedHere[] }
export type KeptFact = Kept<FieldFact> & { slip: string }

export const dayAt = (id: string) => `distribution:${id}`
export const listAt = (id: string) => `distribution-list:${id}`
/** What other tablets showed. */
export const metAt = (id: string) => `distribution-met:${id}`
/** What was lent by the office begins so, and is given back when its access ends. */
export const lentAt = 'distribution'

export const handovers = factShelf<KeptFact>('handover')
/** Facts of one distribution stand together. */
export const groupOf = (id: string) => `${id}:`

export async function daysHere(cache: LockedStore): Promise<DayHere[]> {
  const days = await Promise.all((await cache.names('distribution:')).map((name) => cache.value<DayHere>(name)))
  return days.filter((day) => day !== null).sort((a, b) => (a.day + a.code < b.day + b.code ? -1 : 1))
}

export async function forgetFacts(work: LockedStore, id: string): Promise<void> {
  for (const { fact, receipt } of await handovers.facts(work, 'all', groupOf(id))) if (receipt) await handovers.forget(work, fact.sequence, groupOf(id))
}

type TabletKey = { privateKey: JsonWebKey; publicKey: { kty: 'EC'; crv: 'P-256'; x: string; y: string } }
const curve = { name: 'ECDSA', namedCurve: 'P-256' }

/** By which this tablet signs its slips; made once, and kept with the work because what it signed is there. */
export async function tabletKey(work: LockedStore): Promise<TabletKey> {
  const known = await work.value<TabletKey>('handover-key')
  if (known) return known
  const made = await crypto.subtle.generateKey(curve, true, ['sign', 'verify'])
  const { x, y } = await crypto.subtle.exportKey('jwk', made.publicKey)
  const key: TabletKey = { privateKey: await crypto.subtle.exportKey('jwk', made.privateKey), publicKey: { kty: 'EC', crv: 'P-256', x: x!, y: y! } }
  await work.write({ key: 'handover-key', value: key })
  return key
}

export async function signedHere(work: LockedStore, text: string): Promise<string> {
  const { privateKey } = await tabletKey(work)
  const key = await crypto.subtle.importKey('jwk', privateKey, curve, false, ['sign'])
  return toBase64url(new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new TextEncoder().encode(text))))
}

/** On the disk, signed, before anything is handed over. */
export async function writeFact(work: LockedStore, day: DayHere, given: Omit<FieldFact, 'distribution' | 'sequence'>): Promise<KeptFact> {
  const fact: FieldFact = { ...given, distribution: day.code, sequence: await countPast('outbox', `handovers:${day.id}`, day.lastSequence) }
  const slip = await signedHere(work, factText(fact))
  const kept: KeptFact = { fact, slip, receipt: null, told: [] }
  await handovers.keep(work, kept, groupOf(day.id))
  return kept
}
