/**
 * The parts of a workbook, listed and weighed before any of them is unpacked: a file that was made to fill the machine is refused on its own
 * declared sizes, and one that lies about them is stopped by the byte counter.
 */
import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, openPromise } from 'yauzl'
import { type Refusal, refuse } from '../../refusal.ts'
import { limits } from '../limits.ts'
import type { Source } from '../source.ts'

export type Archive = {
  names: string[]
  unpackedBytes(name: string): number
  /** The part's bytes as they are unpacked, or null when the workbook has no such part. */
  open(name: string): Promise<Readable | null>
  close(): void
}

export async function openZip(source: Source): Promise<Archive | Refusal> {
  const options = { lazyEntries: true, autoClose: false }
  let zip: Awaited<ReturnType<typeof openPromise>>
  try {
    zip = 'path' in source ? await openPromise(source.path, options) : await fromBufferPromise(Buffer.from(source.bytes), options)
  } catch {
    return refuse('import.half-file', { name: source.name })
  }
  if (zip.entryCount > limits.entries) {
    zip.close()
    return refuse('import.zip-bomb', { name: source.name, reason: 'entries', found: zip.entryCount, limit: limits.entries })
  }
  const entries = new Map<string, Entry>()
  const failure = await new Promise<Error | null>((settle) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName.replace(/^\//, ''), entry)
      zip.readEntry()
    })
    zip.on('end', () => settle(null))
    zip.on('error', (error: Error) => settle(error))
    zip.readEntry()
  })
  const refusal = failure ? refuse('import.half-file', { name: source.name }) : overweight(source.name, [...entries.values()])
  if (refusal) {
    zip.close()
    return refusal
  }
  return {
    names: [...entries.keys()],
    unpackedBytes: (name) => entries.get(name)?.uncompressedSize ?? 0,
    async open(name) {
      const entry = entries.get(name)
      return entry ? zip.openReadStreamPromise(entry) : null
    },
    close: () => zip.close(),
  }
}

function overweight(name: string, entries: Entry[]): Refusal | null {
  if (entries.some((entry) => entry.isEncrypted())) return refuse('import.encrypted-workbook', { name })
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (unpacked > limits.unpackedBytes) return refuse('import.zip-bomb', { name, reason: 'size', found: unpacked, limit: limits.unpackedBytes })
  const worst = Math.max(
    unpacked > limits.ratioFromBytes ? unpacked / Math.max(1, packed) : 0,
    ...entries.filter((entry) => entry.uncompressedSize > limits.ratioFromBytes).map((entry) => entry.uncompressedSize / Math.max(1, entry.compressedSize)),
  )
  return worst > limits.ratio ? refuse('import.zip-bomb', { name, reason: 'ratio', found: Math.round(worst), limit: limits.ratio }) : null
}
