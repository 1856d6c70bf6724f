/**
 * How this phone keeps things unreadable: a data key that only the PIN opens, and a seal that only the office opens. WebCrypto alone, so that the oldest
 * browsers of the field and Node do exactly the same.
 */
import { toBase64url } from '../../../engines/base64url.ts'

export type Sealed = { keyId: string; epk: JsonWebKey; iv: string; data: string }
export type WrappedKey = { salt: Uint8Array<ArrayBuffer>; iv: Uint8Array<ArrayBuffer>; key: ArrayBuffer; rounds: number }

/** OWASP's floor for PBKDF2 with SHA-256. A PIN is short: these rounds make each guess cost a second on a cheap phone. */
const pinRounds = 600_000

const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value)
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const newDataKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])

async function keyOfPin(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', text(pin), 'PBKDF2', false, ['deriveKey'])
  const asked = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(asked, typed, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'])
}

export async function wrapWithPin(key: CryptoKey, pin: string): Promise<WrappedKey> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const wrapped = await crypto.subtle.wrapKey('raw', key, await keyOfPin(pin, salt, pinRounds), { name: 'AES-GCM', iv })
  return { salt, iv, key: wrapped, rounds: pinRounds }
}

/** Null when the PIN is not the one. The key stays extractable, so that a new PIN can wrap it again. */
export async function unwrapWithPin({ salt, iv, key, rounds }: WrappedKey, pin: string): Promise<CryptoKey | null> {
  const opener = await keyOfPin(pin, salt, rounds)
  return crypto.subtle.unwrapKey('raw', key, opener, { name: 'AES-GCM', iv }, 'AES-GCM', true, ['encrypt', 'decrypt']).catch(() => null)
}

export type Locked = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }

/** `name` is bound to the content: one record's text put in the place of another does not open. */
export async function lock(key: CryptoKey, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Locked> {
  const iv = randomBytes(12)
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text(name) }, key, bytes) }
}

export async function unlock(key: CryptoKey, name: string, { iv, data }: Locked): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: text(name) }, key, data))
}

const sealInfo = text('capulana-seal-1')

/** For the office alone: not even this phone, unlocked, can open it again. */
export async function sealFor(office: { id: string; jwk: JsonWebKey }, instanceId: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const theirs = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x: office.jwk.x, y: office.jwk.y }, curve, false, [])
  const ours = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256)
  const iv = randomBytes(12)
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: iv, info: sealInfo }, secret, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
  ])
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text(instanceId) }, key, bytes)
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', ours.publicKey)
  return { keyId: office.id, epk: { kty, crv, x, y }, iv: toBase64url(iv), data: toBase64url(new Uint8Array(data)) }
}
