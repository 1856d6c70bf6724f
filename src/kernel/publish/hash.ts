/**
 * The fingerprint that is printed on every product: whoever downloads a published set can take it again and see that nothing was changed.
 * Canonical JSON after RFC 8785 (keys sorted by code unit, no spaces, UTF-8), then SHA-256. Strategy: focus area 15, activity C.
 */
import { createHash } from 'node:crypto'

/** The same value always gives the same text, whatever order its keys were written in. Numbers that JSON cannot hold are a bug, not a null. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`a number that JSON cannot hold: ${value}`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** Lower-case hexadecimal SHA-256 of the bytes, or of the text in UTF-8. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export const contentHash = (value: unknown): string => sha256(canonicalJson(value))
