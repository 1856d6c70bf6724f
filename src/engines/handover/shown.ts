/**
 * What one tablet shows another where there is no network: whom it served of the frozen list, and when. No name, no number of a household: places on a list that both
 * hold. Signed by the tablet's own key, which the office vouched for; so a picture from elsewhere says nothing (relief specification, 5; decision 0040).
 *
 * `M1/5B7C09D2/1/3/<a third of it>`, as many pictures as it needs.
 */
import { fromBase64url, toBase64url } from '../base64url.ts'
import { fromBase32, toBase32 } from '../cards/index.ts'
import { type PublicKey, signatureHolds, signatureLength } from '../signature.ts'
import { bitReader, bitWriter } from './bits.ts'
import { type Entitled, standingOf } from './entitled.ts'
import { type FieldFact, outOf } from './fact.ts'

/** `at`: when something was last handed to it, to the minute. */
export type Served = { household: string; handed: { line: number; quantity: number }[]; at: string }
export type ShownService = { device: string; label: string; through: number; served: Served[] }
/** Who shows: its name as the office wrote it, its key, and the office's signature over both. */
export type ShowingTablet = { device: string; label: string; key: PublicKey; vouch: string }
/** What both tablets were lent. */
export type SharedList = { distribution: string; listHash: string; list: readonly Entitled[] }

const minute = 60_000
const keyBytes = 32
const hashBytes = 8
/** Of a picture's content, which a QR code of 81 dots a side holds: across a telephone each dot stays wide enough for a cheap camera. */
const pictureBytes = 520

/** What the office signs. */
export const vouchText = ({ distribution, device, label, key }: { distribution: string; device: string; label: string; key: PublicKey }): string =>
  ['capulana-tablet-1', distribution, device, label, key.x, key.y].join('\n')

export const signedPart = ({ distribution }: Pick<SharedList, 'distribution'>, body: Uint8Array): string =>
  ['capulana-shown-1', distribution, toBase32(body)].join('\n')

const inOrder = (list: readonly Entitled[]) => [...list].sort((a, b) => (a.household < b.household ? -1 : 1))
const listMark = (hash: string) => Uint8Array.from({ length: hashBytes }, (_, at) => Number.parseInt(hash.slice(2 * at, 2 * at + 2), 16))
const idBytes = (device: string) => Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(device.replaceAll('-', '').slice(2 * at, 2 * at + 2), 16))
const idOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** By this tablet's own facts alone: what it heard from others it does not pass on. */
export function servedOf(list: readonly Entitled[], own: readonly FieldFact[]): Served[] {
  const moved = new Map<string, FieldFact[]>()
  for (const fact of own) if (outOf(fact) !== 0 && fact.kind !== 'exception') moved.set(fact.household, [...(moved.get(fact.household) ?? []), fact])
  return inOrder(list).flatMap((entitled) => {
    const facts = moved.get(entitled.household)
    if (!facts) return []
    const handed = standingOf(entitled, facts).lines.map(({ line, handed: quantity }) => ({ line, quantity }))
    const last =
      facts
        .flatMap(({ kind, at }) => (kind === 'handed' ? at : []))
        .sort()
        .at(-1) ?? ''
    return handed.some(({ quantity }) => quantity > 0) ? [{ household: entitled.household, handed, at: last }] : []
  })
}

type Showing = SharedList & { tablet: ShowingTablet; through: number; served: readonly Served[] }

/** Everything but the signature of the tablet. */
export function shownBody({ listHash, list, tablet, through, served }: Showing): Uint8Array<ArrayBuffer> {
  const bits = bitWriter()
  const label = new TextEncoder().encode(tablet.label)
  const minutes = served.map(({ at }) => Math.floor(Date.parse(at) / minute))
  const first = Math.min(...minutes, 2 ** 32 - 1)
  const width = Math.max(1, ...minutes.map((one) => Math.floor(Math.log2(Math.max(1, one - first))) + 1))
  bits.number(1, 8)
  bits.bytes(listMark(listHash))
  bits.bytes(idBytes(tablet.device))
  bits.number(label.length, 16)
  bits.bytes(label)
  for (const part of [tablet.key.x, tablet.key.y, tablet.vouch]) bits.bytes(fromBase64url(part))
  bits.number(through, 32)
  bits.number(first, 32)
  bits.number(width, 6)
  bits.number(served.length, 32)
  let before = -1
  const ordered = inOrder(list)
  const places = new Map(ordered.map(({ household }, at) => [household, at]))
  for (const [at, { household, handed }] of served.entries()) {
    const place = places.get(household)!
    const { lines } = ordered[place]!
    const given = lines.map(({ line }) => handed.find((one) => one.line === line)?.quantity ?? 0)
    const isWhole = lines.every(({ quantity }, n) => given[n] === quantity)
    bits.gamma(place - before)
    bits.number(minutes[at]! - first, width)
    bits.number(isWhole ? 1 : 0, 1)
    if (!isWhole) for (const quantity of given) bits.gamma(quantity + 1)
    before = place
  }
  return bits.done()
}

async function markOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}

/** The texts of its pictures. */
export async function shownPictures(body: Uint8Array, signature: Uint8Array): Promise<string[]> {
  const bytes = new Uint8Array([...signature, ...body])
  const of = Math.ceil(bytes.length / pictureBytes)
  const mark = await markOf(bytes)
  return Array.from({ length: of }, (_, n) => `M1/${mark}/${n + 1}/${of}/${toBase32(bytes.subarray(n * pictureBytes, (n + 1) * pictureBytes))}`)
}

/** What was seen so far of one showing. */
export type Seen = { mark: string; of: number; parts: (string | null)[] }
const shape = /^M1\/([A-F\d]{8})\/([1-9]\d?)\/([1-9]\d?)\/([A-Z2-7]+)$/

/** Null: no picture of a tablet. The other tablet went on serving meanwhile and shows anew: what was seen before belongs to another showing. */
export function seeMore(before: Seen | null, text: string): Seen | null {
  const [, mark, n, of, part] = shape.exec(text) ?? []
  if (!mark || Number(n) > Number(of)) return null
  const known = before?.mark === mark && before.of === Number(of) ? before : { mark, of: Number(of), parts: Array.from({ length: Number(of) }, () => null) }
  return { ...known, parts: known.parts.map((one, at) => (at === Number(n) - 1 ? part! : one)) }
}
export const isAllSeen = ({ parts }: Seen): boolean => parts.every((part) => part !== null)

export type ShownRefusal = 'damaged' | 'other-list' | 'own' | 'unknown-tablet'
type Reading = SharedList & { device: string; keys: readonly { jwk: PublicKey }[] }

const signedByAny = async (text: string, signature: Uint8Array<ArrayBuffer>, keys: readonly { jwk: PublicKey }[]) => {
  for (const { jwk } of keys) if (await signatureHolds(text, signature, jwk)) return true
  return false
}

export async function readShown({ mark, parts }: Seen, reading: Reading): Promise<{ shown: ShownService } | { refused: ShownRefusal }> {
  const pieces = parts.map((part) => fromBase32(part ?? ''))
  if (pieces.includes(null)) return { refused: 'damaged' }
  const bytes = new Uint8Array(pieces.flatMap((piece) => [...piece!]))
  if ((await markOf(bytes)) !== mark) return { refused: 'damaged' }
  const [signature, body] = [bytes.slice(0, signatureLength), bytes.slice(signatureLength)]
  const bits = bitReader(body)
  if (bits.number(8) !== 1) return { refused: 'damaged' }
  if (idOf(bits.bytes(hashBytes)) !== idOf(listMark(reading.listHash))) return { refused: 'other-list' }
  const device = idOf(bits.bytes(16))
  const label = new TextDecoder().decode(bits.bytes(bits.number(16)))
  const [x, y] = [toBase64url(bits.bytes(keyBytes)), toBase64url(bits.bytes(keyBytes))]
  const key = { kty: 'EC', crv: 'P-256', x, y } as const
  const vouch = bits.bytes(signatureLength)
  if (!(await signedByAny(vouchText({ ...reading, device, label, key }), vouch, reading.keys))) return { refused: 'unknown-tablet' }
  if (!(await signedByAny(signedPart(reading, body), signature, [{ jwk: key }]))) return { refused: 'damaged' }
  if (device === reading.device) return { refused: 'own' }
  const [through, first, width, count] = [bits.number(32), bits.number(32), bits.number(6), bits.number(32)]
  const served = readServed(bits, inOrder(reading.list), { first, width, count })
  return served && !bits.isPast() ? { shown: { device, label, through, served } } : { refused: 'damaged' }
}

type Written = { first: number; width: number; count: number }

function readServed(bits: ReturnType<typeof bitReader>, ordered: readonly Entitled[], { first, width, count }: Written): Served[] | null {
  const served: Served[] = []
  let place = -1
  for (let n = 0; n < count; n++) {
    place += bits.gamma()
    const entitled = ordered[place]
    if (!entitled) return null
    const at = new Date((first + bits.number(width)) * minute).toISOString()
    const isWhole = bits.number(1) === 1
    served.push({
      ...{ household: entitled.household, at },
      handed: entitled.lines.map(({ line, quantity }) => ({ line, quantity: isWhole ? quantity : bits.gamma() - 1 })),
    })
  }
  return served
}
