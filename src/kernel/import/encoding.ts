/**
 * In which letters a text file is written. A whole file is either valid UTF-8 or it is not; what is not comes from Excel on Windows in these
 * countries, and Windows-1252 can be read from any bytes. UTF-16 is known by its mark or by the zero in every second byte.
 */
import { createHash } from 'node:crypto'
import { chunks, type Source } from './source.ts'
import type { Understood } from './table.ts'

export type Encoding = NonNullable<Understood['encoding']>

export type Examined = {
  encoding: Encoding
  sha256: string
  bytes: number
  /** The last letter of the file is cut in the middle: the file is not whole. */
  cutLetter: boolean
}

export async function examine(source: Source): Promise<Examined> {
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let valid = true
  let letters = 0
  let bytes = 0
  let wide: Encoding | null = null
  let marked = false
  for await (const chunk of chunks(source)) {
    if (bytes === 0) {
      wide = wideEncoding(chunk)
      marked = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
    }
    hash.update(chunk)
    bytes += chunk.length
    if (wide || !valid) continue
    try {
      letters += utf8.decode(chunk, { stream: true }).length
    } catch {
      valid = false
    }
  }
  const sha256 = hash.digest('hex')
  if (wide) return { encoding: wide, sha256, bytes, cutLetter: bytes % 2 === 1 }
  let cutLetter = false
  try {
    if (valid) letters += utf8.decode().length
  } catch {
    cutLetter = true
  }
  // A single odd byte at the very end, in a file otherwise without accents, is an accent of Windows-1252 and not half a letter of UTF-8.
  const onlyPlainLetters = !marked && bytes - letters <= 3
  if (!valid || (cutLetter && onlyPlainLetters)) return { encoding: 'windows-1252', sha256, bytes, cutLetter: false }
  return { encoding: 'utf-8', sha256, bytes, cutLetter }
}

function wideEncoding(start: Buffer): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const sample = start.subarray(0, 4096 & ~1)
  let zerosFirst = 0
  let zerosSecond = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) zerosFirst++
    if (sample[at + 1] === 0) zerosSecond++
  }
  const mostly = sample.length / 2 / 2
  if (sample.length < 4) return null
  if (zerosSecond > mostly && zerosFirst === 0) return 'utf-16le'
  return zerosFirst > mostly && zerosSecond === 0 ? 'utf-16be' : null
}

/** The text in pieces, without the byte order mark. */
export async function* decoded(source: Source, encoding: Encoding): AsyncGenerator<string> {
  // The platform's own decoder of windows-1252 leaves 0x80 to 0x9F as control characters (Node 20), so these 32 are ours.
  const decoder = encoding === 'windows-1252' ? null : new TextDecoder(encoding)
  for await (const chunk of chunks(source)) yield decoder ? decoder.decode(chunk, { stream: true }) : fromWindows1252(chunk)
  const rest = decoder?.decode() ?? ''
  if (rest) yield rest
}

const highLetters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromWindows1252 = (bytes: Buffer) => bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (letter) => highLetters[letter.charCodeAt(0) - 0x80]!)
