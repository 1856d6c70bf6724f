/**
 * What stands in the code of a training certificate: which mission gave which number for which course, on which day and until when, and the mission's signature. No
 * name and no score: who finds the paper, or photographs its code, learns nothing about anybody. Focus area 12, key result 2, and the training lines of all areas.
 *
 * `T1/MOZ/1F0C93AB/F26-000123/CCCM-1/20261127/20281127/<signature>`; a certificate without an end has `0` for its last day.
 */
import { type PublicKey, signatureHolds, signatureLength } from '../signature.ts'
import { fromBase32, toBase32 } from './base32.ts'
import { shortKeyId } from './card.ts'

export type CertificateFacts = {
  mission: string
  keyId: string
  number: string
  course: string
  issuedOn: string
  /** The day from which a refresher is due; null: none is asked for. */
  validUntil: string | null
}

const code = String.raw`[A-Z\d](?:[A-Z\d-]{0,18}[A-Z\d])?`
const shape = new RegExp(String.raw`^T1/([A-Z]{3})/([A-F\d]{8})/(${code})/(${code})/(\d{8})/(\d{8}|0)$`)
const signatureLetters = Math.ceil((signatureLength * 8) / 5)
const bare = (day: string) => day.replaceAll('-', '')
const day = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`

/** Null for facts that no code can carry. */
export function certificateText({ mission, keyId, number, course, issuedOn, validUntil }: CertificateFacts): string | null {
  const text = ['T1', mission, shortKeyId(keyId), number, course, bare(issuedOn), validUntil === null ? '0' : bare(validUntil)].join('/')
  return shape.test(text) ? text : null
}

export const certificateToken = (text: string, signature: Uint8Array): string => `${text}/${toBase32(signature)}`

export type CheckedCertificate = { verdict: 'valid' | 'expired'; facts: CertificateFacts } | { verdict: 'unknown' }

/** Answered by the keys alone, without network. Whatever is not whole, not ours or not signed is unknown: nothing is told of how it was forged. */
export async function checkCertificate(token: string, keys: readonly { id: string; jwk: PublicKey }[], today: string): Promise<CheckedCertificate> {
  const text = token.slice(0, -signatureLetters - 1)
  const [, mission, shortKey, number, course, issued, until] = shape.exec(text) ?? []
  const signature = token.at(text.length) === '/' ? fromBase32(token.slice(text.length + 1)) : null
  if (!mission || signature?.length !== signatureLength) return { verdict: 'unknown' }
  for (const { id, jwk } of keys.filter((key) => shortKeyId(key.id) === shortKey)) {
    if (!(await signatureHolds(text, signature, jwk))) continue
    const validUntil = until === '0' ? null : day(until!)
    const facts = { mission, keyId: id, number: number!, course: course!, issuedOn: day(issued!), validUntil }
    return { verdict: validUntil !== null && validUntil < today ? 'expired' : 'valid', facts }
  }
  return { verdict: 'unknown' }
}
