/**
 * The container of a backup: a POSIX "ustar" archive, which any system can list and unpack, written and read as a stream so that memory stays small.
 * Source of the format: IEEE Std 1003.1, pax, "ustar Interchange Format".
 */
const BLOCK = 512

/** The archive is not what it should be: damaged, cut short, or none at all. Turned into a refusal by whoever reads a backup. */
export class Damaged extends Error {}

export type Entry = { path: string; directory: boolean; bytes: number; body: AsyncIterable<Buffer> }

const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`

const checksum = (header: Buffer): number => {
  let sum = 0
  // The field of the sum itself counts as blanks.
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : header[at]!
  return sum
}

/** Names over 100 bytes are split at a slash between the two name fields. */
function splitName(path: string): { name: string; prefix: string } {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: '' }
  const slash = path.indexOf('/', path.length - 101)
  const parts = { name: path.slice(slash + 1), prefix: path.slice(0, slash) }
  if (slash < 1 || Buffer.byteLength(parts.name) > 100 || Buffer.byteLength(parts.prefix) > 155) throw new Error(`name too long for an archive: ${path}`)
  return parts
}

export function headerOf(path: string, bytes: number, directory = false): Buffer {
  const header = Buffer.alloc(BLOCK)
  const { name, prefix } = splitName(directory ? `${path}/` : path)
  header.write(name, 0)
  header.write(octal(directory ? 0o700 : 0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(bytes, 12), 124)
  header.write(octal(0, 12), 136)
  header.write(directory ? '5' : '0', 156)
  header.write('ustar\x0000', 257, 'latin1')
  header.write(prefix, 345)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

export const paddingOf = (bytes: number): Buffer => Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK)

export const endOfArchive = (): Buffer => Buffer.alloc(2 * BLOCK)

const text = (header: Buffer, from: number, length: number) => {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? length : end)
}

function readHeader(header: Buffer): Omit<Entry, 'body'> {
  const said = Number.parseInt(text(header, 148, 8), 8)
  if (text(header, 257, 5) !== 'ustar' || said !== checksum(header)) throw new Damaged('a header of the archive is not readable')
  const prefix = text(header, 345, 155)
  const path = `${prefix && `${prefix}/`}${text(header, 0, 100)}`.replace(/\/$/, '')
  const kind = text(header, 156, 1)
  if (kind !== '0' && kind !== '5') throw new Damaged(`the archive holds something that is neither a file nor a folder: ${path}`)
  if (path.startsWith('/') || path.split('/').some((part) => part === '..' || part === '.' || part === ''))
    throw new Damaged(`the archive holds a path that leads outside: ${path}`)
  return { path, directory: kind === '5', bytes: Number.parseInt(text(header, 124, 12), 8) }
}

/** Hands out pieces of a stream by number of bytes. */
function takingFrom(source: AsyncIterable<Buffer>) {
  const pieces = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  /** At most `most` bytes; empty at the end. */
  const some = async (most: number): Promise<Buffer> => {
    while (held.length === 0) {
      const next = await pieces.next()
      if (next.done) return Buffer.alloc(0)
      held = next.value
    }
    const piece = held.subarray(0, most)
    held = held.subarray(piece.length)
    return piece
  }
  return async function* take(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0; ) {
      const piece = await some(left)
      if (piece.length === 0) throw new Damaged('the archive ends too early')
      left -= piece.length
      yield piece
    }
  }
}

/** Each entry in turn. What the reader leaves of a body is skipped. */
export async function* entriesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const take = takingFrom(source)
  const whole = async (bytes: number) => {
    const pieces: Buffer[] = []
    for await (const piece of take(bytes)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  for (;;) {
    const header = await whole(BLOCK)
    if (header.every((byte) => byte === 0)) return
    const about = readHeader(header)
    const body = take(about.bytes)
    let left = about.bytes
    const counted = (async function* () {
      for await (const piece of body) {
        left -= piece.length
        yield piece
      }
    })()
    yield { ...about, body: counted }
    for await (const piece of take(left)) left -= piece.length
    await whole(paddingOf(about.bytes).length)
  }
}
