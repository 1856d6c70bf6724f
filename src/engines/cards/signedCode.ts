/** Who signed a code that somebody shows: its parts and the key, or nothing. Answered by the keys alone, without network. */
import { type PublicKey, signatureHolds, signatureLength } from '../signature.ts'
import { fromBase32, toBase32 } from './base32.ts'
import { shortKeyId } from './card.ts'

export type KnownKey = { id: string; jwk: PublicKey }

const signatureLetters = Math.ceil((signatureLength * 8) / 5)

export const signedCode = (text: string, signature: Uint8Array): string => `${text}/${toBase32(signature)}`
export const bareDay = (day: string) => day.replaceAll('-', '')
export const dayOf = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`

/** `shape` names the mission and the short key as its first two groups. Null for whatever is not whole, not ours or not signed: nothing is told of how it was forged. */
export async function readSigned(token: string, shape: RegExp, keys: readonly KnownKey[]): Promise<{ keyId: string; parts: string[] } | null> {
  const text = token.slice(0, -signatureLetters - 1)
  const [, ...parts] = shape.exec(text) ?? []
  const signature = token.at(text.length) === '/' ? fromBase32(token.slice(text.length + 1)) : null
  if (parts.length === 0 || signature?.length !== signatureLength) return null
  for (const { id, jwk } of keys) if (shortKeyId(id) === parts[1] && (await signatureHolds(text, signature, jwk))) return { keyId: id, parts }
  return null
}
