/**
 * One XML part of a workbook, read as a stream within our own limits. A DOCTYPE is refused at once: no honest workbook has one, and every entity attack
 * needs one.
 */
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { type Refusal, refuse } from '../../refusal.ts'
import { limits } from '../limits.ts'
import { type ScanHandlers, type ScanProblem, xmlScanner } from './xmlScanner.ts'

export type XmlHandlers = ScanHandlers & {
  /** Asked after every piece of the file; a refusal stops the reading. */
  stop?(): Refusal | null
  onBytes?(bytes: number): void
}

const codes: Record<ScanProblem, string> = { doctype: 'import.doctype', broken: 'import.broken-workbook' }

export async function readXml(stream: Readable, part: string, handlers: XmlHandlers): Promise<Refusal | null> {
  const scanner = xmlScanner(handlers, { depth: limits.xmlDepth, attributes: limits.xmlAttributes, pieceLetters: limits.xmlPieceLetters })
  const refusal = (problem: ScanProblem | null) => (problem ? refuse(codes[problem], { part }) : null)
  const decoder = new StringDecoder('utf8')
  let bytes = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limits.unpackedBytes) return refuse('import.zip-bomb', { part, reason: 'size', found: bytes, limit: limits.unpackedBytes })
      const found = refusal(scanner.push(decoder.write(chunk))) ?? handlers.stop?.() ?? null
      if (found) return found
      handlers.onBytes?.(bytes)
    }
  } catch (error) {
    // The unpacker stops at the size that the entry table declares. More bytes than that is a lie, fewer or unreadable ones are a file cut on its way.
    return /too many bytes/.test(String(error)) ? refuse('import.zip-bomb', { part, reason: 'declared' }) : refuse('import.half-file', { part })
  }
  return refusal(scanner.push(decoder.end()) ?? scanner.end())
}
