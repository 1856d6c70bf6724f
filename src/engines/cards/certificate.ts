/**
 * What stands in the code of a training certificate: which mission gave which number for which course, on which day and until when, and the mission's signature. No
 * name and no score: who finds the paper, or photographs its code, learns nothing about anybody. Focus area 12, key result 2, and the training lines of all areas.
 *
 * `T1/MOZ/1F0C93AB/F26-000123/CCCM-1/20261127/20281127/<signature>`; a certificate without an end has `0` for its last day.
 */
import { shortKeyId } from './card.ts'
import { bareDay, dayOf, type KnownKey, readSigned } from './signedCode.ts'

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

/** Null for facts that no code can carry. */
export function certificateText({ mission, keyId, number, course, issuedOn, validUntil }: CertificateFacts): string | null {
  const text = ['T1', mission, shortKeyId(keyId), number, course, bareDay(issuedOn), validUntil === null ? '0' : bareDay(validUntil)].join('/')
  return shape.test(text) ? text : null
}

export type CheckedCertificate = { verdict: 'valid' | 'expired'; facts: CertificateFacts } | { verdict: 'unknown' }

/** Answered by the keys alone, without network. */
export async function checkCertificate(token: string, keys: readonly KnownKey[], today: string): Promise<CheckedCertificate> {
  const signed = await readSigned(token, shape, keys)
  if (!signed) return { verdict: 'unknown' }
  const [mission, , number, course, issued, until] = signed.parts
  const validUntil = until === '0' ? null : dayOf(until!)
  const facts = { mission: mission!, keyId: signed.keyId, number: number!, course: course!, issuedOn: dayOf(issued!), validUntil }
  return { verdict: validUntil !== null && validUntil < today ? 'expired' : 'valid', facts }
}
