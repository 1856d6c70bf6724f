/** The texts of a workbook, each stored once and referred to by number; the runs of a formatted text are joined, reading aids for Japanese left out. */
import type { Refusal } from '../../refusal.ts'
import type { Archive } from './openZip.ts'
import { readXml } from './readXml.ts'

export async function readSharedStrings(archive: Archive, part: string, onBytes?: (bytes: number) => void): Promise<string[] | Refusal> {
  const stream = await archive.open(part)
  if (!stream) return []
  const strings: string[] = []
  let parts = ''
  let inText = false
  let inReadingAid = false
  const refusal = await readXml(stream, part, {
    open(name) {
      if (name === 'si') parts = ''
      else if (name === 't') inText = !inReadingAid
      else if (name === 'rPh') inReadingAid = true
    },
    close(name) {
      if (name === 'si') strings.push(ownCopy(unescapeText(parts)))
      else if (name === 't') inText = false
      else if (name === 'rPh') inReadingAid = false
    },
    text(text) {
      if (inText) parts += text
    },
    onBytes,
  })
  return refusal ?? strings
}

/** Workbooks write characters that XML cannot hold as `_x000D_`, and a literal `_x` as `_x005F_x`. Source: ECMA-376 part 1, 22.9.2.19. */
export const unescapeText = (text: string) =>
  text.includes('_x') ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

/** A piece cut from a long text keeps the whole of it in memory; a copy of its own lets the long text go. */
export const ownCopy = (text: string) => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'))
