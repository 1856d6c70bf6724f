/**
 * An encrypted backup. A key made for this one file is wrapped for each recipient: a recovery officer's X25519 public key, or a passphrase (scrypt). The
 * contents follow in pieces of 64 KiB under AES-256-GCM; the number of the piece and whether it is the last are part of the nonce, so that pieces cannot be
 * cut off, swapped or repeated. Method: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015), as the age file format uses it.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto'
import { z } from 'zod'
import { Damaged } from './archive.ts'

export type Recipient = { passphrase: string } | { publicKey: KeyObject }
export type Opener = { passphrase: string } | { privateKey: KeyObject }

export const SEALED = Buffer.from('capulana-sealed-1\n')
const PIECE = 65_536
const TAG = 16
const HEADER_BYTES = 65_536
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 2 ** 20 }

const stanzaShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scrypt'), salt: z.string(), wrapped: z.string() }),
  z.object({ kind: z.literal('x25519'), ephemeral: z.string(), wrapped: z.string() }),
])
type Stanza = z.infer<typeof stanzaShape>

const box = (key: Buffer, nonce: Buffer, text: Buffer): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** Null when the key is another one or the bytes were changed. */
const unbox = (key: Buffer, nonce: Buffer, sealed: Buffer): Buffer | null => {
  if (sealed.length < TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  decipher.setAuthTag(sealed.subarray(-TAG))
  const text = decipher.update(sealed.subarray(0, -TAG))
  try {
    return Buffer.concat([text, decipher.final()])
  } catch {
    return null
  }
}

const derive = (secret: Buffer, salt: Buffer, purpose: string) => Buffer.from(hkdfSync('sha256', secret, salt, `capulana-sealed-1 ${purpose}`, 32))
const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })
// Each wrapping key is used for one message only, so that a fixed nonce is safe.
const ONCE = Buffer.alloc(12)

function wrap(fileKey: Buffer, recipient: Recipient): Stanza {
  if ('passphrase' in recipient) {
    const salt = randomBytes(16)
    return {
      kind: 'scrypt',
      salt: salt.toString('base64'),
      wrapped: box(scryptSync(recipient.passphrase.normalize('NFC'), salt, 32, SCRYPT), ONCE, fileKey).toString('base64'),
    }
  }
  const pair = generateKeyPairSync('x25519')
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: recipient.publicKey })
  const key = derive(shared, Buffer.concat([spki(pair.publicKey), spki(recipient.publicKey)]), 'x25519')
  return { kind: 'x25519', ephemeral: spki(pair.publicKey).toString('base64'), wrapped: box(key, ONCE, fileKey).toString('base64') }
}

function unwrap(stanza: Stanza, opener: Opener): Buffer | null {
  const wrapped = Buffer.from(stanza.wrapped, 'base64')
  if (stanza.kind === 'scrypt')
    return 'passphrase' in opener ? unbox(scryptSync(opener.passphrase.normalize('NFC'), Buffer.from(stanza.salt, 'base64'), 32, SCRYPT), ONCE, wrapped) : null
  if (!('privateKey' in opener)) return null
  const ephemeral = createPublicKey({ key: Buffer.from(stanza.ephemeral, 'base64'), type: 'spki', format: 'der' })
  const shared = diffieHellman({ privateKey: opener.privateKey, publicKey: ephemeral })
  return unbox(derive(shared, Buffer.concat([spki(ephemeral), spki(createPublicKey(opener.privateKey))]), 'x25519'), ONCE, wrapped)
}

const nonceOf = (piece: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(piece), 3)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** The header takes part in the key, so that a changed header opens nothing. */
const payloadKey = (fileKey: Buffer, header: Buffer) => derive(fileKey, createHash('sha256').update(header).digest(), 'payload')

/** Pieces of exactly that size; the last one, marked, may be shorter. */
async function* inPieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held: Buffer[] = []
  let bytes = 0
  for await (const chunk of source) {
    held.push(chunk)
    bytes += chunk.length
    if (bytes <= size) continue
    let all = Buffer.concat(held)
    for (; all.length > size; all = all.subarray(size)) yield { piece: all.subarray(0, size), last: false }
    held = [all]
    bytes = all.length
  }
  yield { piece: Buffer.concat(held), last: true }
}

export async function* seal(source: AsyncIterable<Buffer>, recipients: readonly Recipient[]): AsyncGenerator<Buffer> {
  const fileKey = randomBytes(32)
  const header = Buffer.concat([SEALED, Buffer.from(`${JSON.stringify(recipients.map((recipient) => wrap(fileKey, recipient)))}\n`)])
  yield header
  const key = payloadKey(fileKey, header)
  let number = 0
  for await (const { piece, last } of inPieces(source, PIECE)) yield box(key, nonceOf(number++, last), piece)
}

function stanzasOf(header: Buffer): Stanza[] {
  try {
    return z.array(stanzaShape).parse(JSON.parse(header.subarray(SEALED.length).toString('utf8')))
  } catch {
    throw new Damaged('the header of the encrypted backup is not readable')
  }
}

/** The opener does not fit any of the recipients. */
export class WrongKey extends Error {}

export async function* unseal(source: AsyncIterable<Buffer>, opener: Opener): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]()
  let start: Buffer = Buffer.alloc(0)
  let end = -1
  while ((end = start.indexOf(10, SEALED.length)) < 0) {
    const next = await chunks.next()
    if (next.done || start.length > HEADER_BYTES) throw new Damaged('the header of the encrypted backup is not readable')
    start = Buffer.concat([start, next.value])
  }
  const header = start.subarray(0, end + 1)
  const fileKey = stanzasOf(header).reduce<Buffer | null>((found, stanza) => found ?? unwrap(stanza, opener), null)
  if (!fileKey) throw new WrongKey('no recipient of this backup has that key')
  const key = payloadKey(fileKey, header)
  const rest = (async function* () {
    yield start.subarray(end + 1)
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  })()
  let number = 0
  for await (const { piece, last } of inPieces(rest, PIECE + TAG)) {
    const text = unbox(key, nonceOf(number++, last), piece)
    if (!text) throw new Damaged('a part of the encrypted backup was changed or cut off')
    yield text
  }
}
