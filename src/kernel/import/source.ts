/** The file that somebody hands in: on disk, or already in memory when it came through a form. `name` is for people and never becomes a path. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'

export type Source = { name: string; path: string } | { name: string; bytes: Uint8Array }

const chunkBytes = 1 << 18

export async function sizeOf(source: Source): Promise<number> {
  return 'path' in source ? (await stat(source.path)).size : source.bytes.length
}

export async function firstBytes(source: Source, length: number): Promise<Buffer> {
  if ('bytes' in source) return Buffer.from(source.bytes.subarray(0, length))
  const file = await open(source.path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The bytes in order, in pieces that never hold more than a fraction of a long file in memory. */
export async function* chunks(source: Source): AsyncGenerator<Buffer> {
  if ('path' in source) {
    for await (const chunk of createReadStream(source.path, { highWaterMark: chunkBytes })) yield chunk as Buffer
    return
  }
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.length)
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    yield bytes.subarray(at, at + chunkBytes)
    await new Promise((next) => setImmediate(next))
  }
}
