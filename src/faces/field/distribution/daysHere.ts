/** The distributions that this tablet takes part in, as the office lent them, and the facts that were written here: these stay until the office has signed for each one. */
import { type Entitled, type FactReceipt, type FieldFact, factText, type Held, type RevokedToken } from '../../../engines/handover/index.ts'
import type { Told } from '../outbox/entry.ts'
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
  revoked: RevokedToken[]
  elsewhere: { household: string; line: number; quantity: number }[]
  lastSequence: number
}
export type ListedHere = Entitled & { mark: boolean; alternates: boolean; shortCode: string | null }
export type ListHere = { hash: string; households: ListedHere[] }
/** `told`: why the office did not sign; the fact stays and is sent again. */
export type KeptFact = { fact: FieldFact; slip: string; receipt: FactReceipt | null; told: Told[] }

export const dayAt = (id: string) => `distribution:${id}`
export const listAt = (id: string) => `distribution-list:${id}`
/** What was lent by the office begins so, and is given back when its access ends. */
export const lentAt = 'distribution'

const newAt = 'handover-new:'
const keptAt = 'handover-kept:'
const factName = (start: string, id: string, sequence: number) => `${start}${id}:${String(sequence).padStart(9, '0')}`

export async function daysHere(cache: LockedStore): Promise<DayHere[]> {
  const days = await Promise.all((await cache.names('distribution:')).map((name) => cache.value<DayHere>(name)))
  return days.filter((day) => day !== null).sort((a, b) => (a.day + a.code < b.day + b.code ? -1 : 1))
}

/** Facts that have no receipt yet. */
export const factsWaiting = async (work: LockedStore): Promise<number> => (await work.names(newAt)).length

export async function factsHere(work: LockedStore, id: string, which: 'all' | 'new' = 'all'): Promise<KeptFact[]> {
  const names = [...(which === 'all' ? await work.names(`${keptAt}${id}:`) : []), ...(await work.names(`${newAt}${id}:`))]
  const facts = await Promise.all(names.map((name) => work.value<KeptFact>(name)))
  return facts.filter((kept) => kept !== null).sort((a, b) => a.fact.sequence - b.fact.sequence)
}

export const daysWithFacts = async (work: LockedStore): Promise<string[]> => [
  ...new Set([...(await work.names(newAt)), ...(await work.names(keptAt))].map((name) => name.split(':')[1]!)),
]

/** With its receipt it moves from what waits to what is kept; both in one writing. */
export const keepAnswer = (work: LockedStore, id: string, kept: KeptFact): Promise<void> =>
  kept.receipt
    ? work.write({ key: factName(keptAt, id, kept.fact.sequence), value: kept }, { key: factName(newAt, id, kept.fact.sequence), remove: 'value' })
    : work.write({ key: factName(newAt, id, kept.fact.sequence), value: kept })

export async function forgetFacts(work: LockedStore, id: string): Promise<void> {
  for (const name of await work.names(`${keptAt}${id}:`)) await work.write({ key: name, remove: 'value' })
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

const base64url = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** On the disk, signed, before anything is handed over. */
export async function writeFact(work: LockedStore, day: DayHere, given: Omit<FieldFact, 'distribution' | 'sequence'>): Promise<KeptFact> {
  const fact: FieldFact = { ...given, distribution: day.code, sequence: await countPast('outbox', `handovers:${day.id}`, day.lastSequence) }
  const { privateKey } = await tabletKey(work)
  const key = await crypto.subtle.importKey('jwk', privateKey, curve, false, ['sign'])
  const slip = base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new TextEncoder().encode(factText(fact))))
  const kept: KeptFact = { fact, slip, receipt: null, told: [] }
  await keepAnswer(work, day.id, kept)
  return kept
}
