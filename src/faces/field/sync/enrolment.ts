/**
 * The code that makes a phone one of the mission's: where the office is, the phone's own key, and the public key by which receipts are believed. It stands
 * behind the # of a link, which never travels over the network.
 */
import { fromBase64url } from '../../../engines/base64url.ts'

export type Enrolment = { address: string; secret: string; project: number; receiptKey: { x: string; y: string }; label: string }

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length < 2000

/** From a scanned code, a pasted link or the page's own fragment. Null for anything else, an ODK Collect code among them. */
export function readEnrolment(given: string): Enrolment | null {
  const code = given.trim().split('#').at(-1) ?? ''
  if (!/^[\w-]{20,4000}$/.test(code)) return null
  try {
    const { a, k, p, r, n } = JSON.parse(new TextDecoder().decode(fromBase64url(code))) as Record<string, unknown>
    const { x, y } = (r ?? {}) as Record<string, unknown>
    if (!isText(a) || !isText(k) || !k.startsWith('dev_') || typeof p !== 'number' || !isText(x) || !isText(y)) return null
    return { address: new URL(a).origin, secret: k, project: p, receiptKey: { x, y }, label: isText(n) ? n : '' }
  } catch {
    return null
  }
}
