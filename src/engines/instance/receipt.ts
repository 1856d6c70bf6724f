/**
 * The receipt: what the server promises to have, line by line, signed. The phone keeps its own copy until a receipt holds whose outcome lets it go. The same
 * code runs on both sides; WebCrypto verifies the signature with no library, in the oldest browser that the field app supports.
 */
import { fromBase64url } from '../base64url.ts'
import { type PublicKey, signatureHolds } from '../signature.ts'

export const outcomes = ['stored', 'complete', 'quarantined', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

export type ReceiptFacts = {
  form: string
  instanceId: string
  outcome: Outcome
  payloadHash: string
  /** `-` without files. */
  filesHash: string
  receivedAt: string
  serverSeq: number
  epoch: string
}

export type SignedReceipt = { text: string; keyId: string; signature: string }

const heading = 'capulana-receipt-1'

export const receiptText = (facts: ReceiptFacts): string =>
  [heading, facts.form, facts.instanceId, facts.outcome, facts.payloadHash, facts.filesHash, facts.receivedAt, facts.serverSeq, facts.epoch].join('\n')

/** Null for anything that is not a whole receipt. */
export function parseReceipt(text: string): ReceiptFacts | null {
  const [first, form, instanceId, outcome, payloadHash, filesHash, receivedAt, seq, epoch, ...more] = text.split('\n')
  const known = outcomes.find((word) => word === outcome)
  if (first !== heading || !form || !instanceId || !known || !payloadHash || !filesHash || !receivedAt || !epoch || more.length > 0) return null
  return /^\d{1,15}$/.test(seq ?? '') ? { form, instanceId, outcome: known, payloadHash, filesHash, receivedAt, serverSeq: Number(seq), epoch } : null
}

/** 64 bytes, r and s, as 86 letters; null for anything else. */
const signatureBytes = (base64url: string): Uint8Array<ArrayBuffer> | null => (/^[\w-]{86}$/.test(base64url) ? fromBase64url(base64url) : null)

export async function receiptHolds({ text, signature }: Pick<SignedReceipt, 'text' | 'signature'>, key: PublicKey): Promise<boolean> {
  const bytes = signatureBytes(signature)
  return bytes !== null && signatureHolds(text, bytes, key)
}

/** May the phone let go of its own copy? Only by a receipt that holds, never by a status code. */
export const letsGo = ({ outcome }: ReceiptFacts, missing: readonly string[]): boolean =>
  outcome === 'complete' || outcome === 'withdrawn' || (outcome === 'quarantined' && missing.length === 0)
