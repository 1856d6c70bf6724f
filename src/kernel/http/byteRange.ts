/**
 * A part of a file, so that a player can jump without fetching what lies before (RFC 9110, section 14). One range is answered; several, another unit or a wrong spelling get the whole,
 * and a range beyond the end is told the length. A part asked for under another fingerprint is a part of another file: the whole is sent.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Content } from './route.ts'

type Range = { from: number; to: number } | 'whole' | 'beyond'

export function rangeOf(asked: string | undefined, size: number): Range {
  const spelled = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(asked ?? '')
  if (!spelled || (spelled[1] === '' && spelled[2] === '')) return 'whole'
  const [first, last] = [spelled[1], spelled[2]]
  if (first === '') {
    const count = Number(last)
    return count === 0 || size === 0 ? 'beyond' : { from: Math.max(0, size - count), to: size - 1 }
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return 'whole'
  return from >= size ? 'beyond' : { from, to }
}

/** `etag` with its quotes. */
export function inRanges(
  { content, type, etag }: { content: Buffer; type: string; etag: string },
  asked: IncomingHttpHeaders,
  headers: Record<string, string>,
): Content {
  const isOther = asked['if-range'] !== undefined && asked['if-range'] !== etag
  const range = isOther ? 'whole' : rangeOf(asked.range, content.length)
  const common = { ...headers, etag, 'accept-ranges': 'bytes' }
  if (range === 'whole') return { content, type, headers: common }
  if (range === 'beyond') return { content: '', type, status: 416, headers: { ...common, 'content-range': `bytes */${content.length}` } }
  const { from, to } = range
  return { content: content.subarray(from, to + 1), type, status: 206, headers: { ...common, 'content-range': `bytes ${from}-${to}/${content.length}` } }
}
