/**
 * One XML part of a workbook, read as a stream with our own limits. A DOCTYPE is refused at once: no honest workbook has one, and every entity
 * attack needs one.
 */
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { type Refusal, refuse } from '../../refusal.ts'
import { limits } from '../limits.ts'

export type Attributes = Record<string, string>

export type XmlHandlers = {
  /** Names come without their prefix: some programs write `x:row` for `row`. */
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
  /** Asked after every piece of the file; a refusal stops the reading. */
  stop?(): Refusal | null
  onBytes?(bytes: number): void
}

const localName = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

export async function readXml(stream: Readable, part: string, handlers: XmlHandlers): Promise<Refusal | null> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let refusal: Refusal | null = null
  let depth = 0
  let attributes = 0
  const give = (code: string, facts = {}) => {
    refusal ??= refuse(code, { part, ...facts })
  }
  parser.on('doctype', () => give('import.doctype'))
  parser.on('error', () => give('import.broken-workbook'))
  parser.on('opentagstart', () => {
    attributes = 0
    if (++depth > limits.xmlDepth) give('import.broken-workbook', { depth })
  })
  parser.on('attribute', () => {
    if (++attributes > limits.xmlAttributes) give('import.broken-workbook', { attributes })
  })
  parser.on('opentag', (tag) => {
    if (!refusal) handlers.open?.(localName(tag.name), tag.attributes as Attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    if (!refusal) handlers.close?.(localName(tag.name))
  })
  const { text } = handlers
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decoder = new StringDecoder('utf8')
  let bytes = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limits.unpackedBytes) give('import.zip-bomb', { reason: 'size', found: bytes, limit: limits.unpackedBytes })
      if (!refusal) parser.write(decoder.write(chunk))
      refusal ??= handlers.stop?.() ?? null
      if (refusal) break
      handlers.onBytes?.(bytes)
    }
    if (!refusal) parser.write(decoder.end()).close()
  } catch (error) {
    // The unpacker stops at the size that the entry table declares. More bytes than that is a lie, fewer or unreadable ones are a file cut on its way.
    if (/too many bytes/.test(String(error))) give('import.zip-bomb', { reason: 'declared' })
    else give('import.half-file')
  }
  return refusal
}
