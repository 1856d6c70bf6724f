/**
 * Is this really the office's word, and about this very form? The signature is checked over the exact text, and the hash in it against the one computed
 * here when the form was finished. A page of a captive portal, an altered text, another form's receipt: none of them lets anything go.
 */
import {
  canonicalForm,
  filesLines,
  type PublicKey,
  parseInstance,
  parseReceipt,
  type ReceiptFacts,
  receiptHolds,
  type SignedReceipt,
} from '../../../engines/instance/index.ts'
import { sha256Hex } from '../store/sealing.ts'
import type { Entry, EntryFile } from './entry.ts'

export type ReceiptKey = { id: string; jwk: PublicKey }
export type Checked = { facts: ReceiptFacts } | { problem: 'unreadable' | 'unknown-key' | 'signature' | 'other-form' | 'other-content' }

const hashOf = (text: string) => sha256Hex(new TextEncoder().encode(text))

/** The hash that the office will compute too: over the canonical form, so that indentation and prefixes do not count. Null for what cannot be read. */
export async function payloadHash(xml: string): Promise<string | null> {
  const parsed = parseInstance(xml)
  return 'root' in parsed ? hashOf(canonicalForm(parsed.root)) : null
}

async function filesHash(files: readonly EntryFile[]): Promise<string> {
  const lines = filesLines(files)
  return lines === null ? '-' : hashOf(lines)
}

export async function checkReceipt(receipt: SignedReceipt, keys: readonly ReceiptKey[], entry: Entry): Promise<Checked> {
  const facts = parseReceipt(receipt.text)
  if (!facts) return { problem: 'unreadable' }
  const key = keys.find(({ id }) => id === receipt.keyId)
  if (!key) return { problem: 'unknown-key' }
  if (!(await receiptHolds(receipt, key.jwk))) return { problem: 'signature' }
  if (facts.form !== entry.form.code || facts.instanceId !== entry.instanceId) return { problem: 'other-form' }
  // What was withdrawn by decision may have had another content; it is told as withdrawn, and nothing of it comes back.
  if (facts.outcome === 'withdrawn') return { facts }
  const isSameSet = facts.outcome !== 'complete' || facts.filesHash === (await filesHash(entry.files))
  return facts.payloadHash === entry.payloadHash && isSameSet ? { facts } : { problem: 'other-content' }
}

/** The key of the enrolment code is the root of trust: a list of keys without it was made by somebody else. */
export const mayTrust = (keys: readonly ReceiptKey[], pinned: { x: string; y: string }): boolean =>
  keys.some(({ jwk }) => jwk.x === pinned.x && jwk.y === pinned.y)
