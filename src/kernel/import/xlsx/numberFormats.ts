/**
 * Which cells hold dates: a workbook stores a date as a number, and only the number format of the cell's style says that it is one.
 * Source: ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31.
 */
import type { Refusal } from '../../refusal.ts'
import type { Archive } from './openZip.ts'
import { readXml } from './readXml.ts'

export type NumberKind = 'number' | 'date' | 'time'

/** The kind of every cell style, in the order in which cells refer to them. */
export async function readNumberKinds(archive: Archive, part: string): Promise<NumberKind[] | Refusal> {
  const stream = await archive.open(part)
  if (!stream) return []
  const custom = new Map<number, NumberKind>()
  const kinds: NumberKind[] = []
  let insideCellStyles = false
  const refusal = await readXml(stream, part, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), kindOfFormat(attributes.formatCode ?? ''))
      else if (name === 'cellXfs') insideCellStyles = true
      else if (name === 'xf' && insideCellStyles) {
        const id = Number(attributes.numFmtId ?? 0)
        kinds.push(custom.get(id) ?? kindOfBuiltIn(id))
      }
    },
    close(name) {
      if (name === 'cellXfs') insideCellStyles = false
    },
  })
  return refusal ?? kinds
}

export function kindOfBuiltIn(id: number): NumberKind {
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time'
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date'
  return 'number'
}

/** A duration (`[h]:mm`) stays a number: 30 hours are no time of the day. */
export function kindOfFormat(format: string): NumberKind {
  if (/\[(h+|m+|s+)\]/i.test(format)) return 'number'
  const letters = format
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p/gi, '')
    .toLowerCase()
  if (/[yd]/.test(letters)) return 'date'
  if (/[hs]/.test(letters)) return 'time'
  return /m/.test(letters) ? 'date' : 'number'
}
