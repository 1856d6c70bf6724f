/**
 * Opens what a phone sealed when its form was finished: ECDH P-256 with a key made for this one form, HKDF-SHA-256, AES-256-GCM with the instance id bound in.
 * Whoever takes the phone cannot read what it has collected; only the mission's keyring can.
 */
import { createDecipheriv, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto'
import type { Keyring } from '../keys/keyring.ts'

export type Sealed = { keyId: string; epk: { kty: string; crv: string; x: string; y: string }; iv: string; data: string }

const purpose = 'capulana-seal-1'
const tagBytes = 16

/** Null where it does not open: another key, another instance, a byte changed on the way. */
export function unsealBytes({ sealingKey }: Keyring, sealed: Sealed, instanceId: string): Buffer | null {
  if (sealed.keyId !== sealingKey.id) return null
  try {
    const publicKey = createPublicKey({ key: sealed.epk, format: 'jwk' })
    const iv = Buffer.from(sealed.iv, 'base64url')
    const secret = diffieHellman({ privateKey: sealingKey.privateKey, publicKey })
    const key = Buffer.from(hkdfSync('sha256', secret, iv, purpose, 32))
    const data = Buffer.from(sealed.data, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(instanceId, 'utf8'))
    decipher.setAuthTag(data.subarray(data.length - tagBytes))
    return Buffer.concat([decipher.update(data.subarray(0, data.length - tagBytes)), decipher.final()])
  } catch {
    return null
  }
}

export const unseal = (keyring: Keyring, sealed: Sealed, instanceId: string): string | null =>
  unsealBytes(keyring, sealed, instanceId)?.toString('utf8') ?? null
