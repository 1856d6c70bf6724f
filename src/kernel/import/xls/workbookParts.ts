/** What an old workbook says of itself before its sheets: their names and places, which are hidden, the date system, the formats, the shared texts. */
import { type Refusal, refuse } from '../../refusal.ts'
import { limits } from '../limits.ts'
import type { DateSystem } from '../serialDates.ts'
import { kindOfBuiltIn, kindOfFormat, type NumberKind } from '../xlsx/numberFormats.ts'
import { type BiffRecord, recordId, recordsOf } from './records.ts'
import { byteTexts, letterTexts, type Texts, textReader } from './texts.ts'

export type SheetPlace = { name: string; hidden: boolean; from: number; to: number }
export type WorkbookParts = { sheets: SheetPlace[]; dateSystem: DateSystem; strings: string[]; kinds: NumberKind[]; otherBooks: number; texts: Texts }

const excel97 = 0x0600
const excel5 = 0x0500
const westernCodePage = 1252
const worksheet = 0
const ownBook = [0x0401, 0x3a01]

export function readOldWorkbookParts(stream: Buffer): WorkbookParts | Refusal {
  const parts: WorkbookParts = { sheets: [], dateSystem: 1900, strings: [], kinds: [], otherBooks: 0, texts: letterTexts }
  const starts: number[] = []
  const formats = new Map<number, NumberKind>()
  const styles: number[] = []
  let first = true
  for (const record of recordsOf(stream, 0)) {
    if (record === 'cut') return refuse('import.half-file')
    if (record === 'broken') return broken
    if (first && record.id !== recordId.begin) return broken
    first = false
    const { id, data } = record
    if (id === recordId.begin && data.readUInt16LE(0) === excel5) parts.texts = byteTexts(westernCodePage)
    else if (id === recordId.begin && data.readUInt16LE(0) !== excel97) return refuse('import.old-workbook')
    if (id === recordId.password) return refuse('import.encrypted-workbook')
    if (id === recordId.codePage && parts.texts !== letterTexts) parts.texts = byteTexts(data.readUInt16LE(0))
    else if (id === recordId.dateSystem && data.readUInt16LE(0) === 1) parts.dateSystem = 1904
    else if (id === recordId.style) styles.push(data.readUInt16LE(2))
    else if (id === recordId.formatCode)
      formats.set(data.readUInt16LE(0), kindOfFormat((parts.texts === letterTexts ? parts.texts.counted([data], 2) : parts.texts.short(data, 2)) ?? ''))
    else if (id === recordId.otherBook && !ownBook.includes(data.readUInt16LE(2))) parts.otherBooks++
    else if (id === recordId.sheet) {
      const place = sheetOf(data, parts.texts)
      if (!place) return broken
      starts.push(place.from)
      if (data[5] === worksheet) parts.sheets.push(place)
    } else if (id === recordId.sharedStrings) {
      const strings = sharedStrings(record)
      if (!Array.isArray(strings)) return strings
      parts.strings = strings
    }
  }
  if (parts.sheets.length > limits.entries || new Set(starts).size < starts.length) return broken
  for (const sheet of parts.sheets) sheet.to = Math.min(stream.length, ...starts.filter((start) => start > sheet.from))
  parts.kinds = styles.map((format) => formats.get(format) ?? kindOfBuiltIn(format))
  return parts
}

const broken = refuse('import.broken-workbook', { part: 'Workbook' })

function sheetOf(data: Buffer, texts: Texts): SheetPlace | null {
  const name = texts.short(data, 6)
  return name === null ? null : { name, hidden: (data[4]! & 3) !== 0, from: data.readUInt32LE(0), to: 0 }
}

function sharedStrings({ data, continued }: BiffRecord): string[] | Refusal {
  const count = data.readUInt32LE(4)
  if (count > limits.cells) return refuse('import.too-large', { cells: limits.cells, letters: limits.letters })
  const reader = textReader([data, ...continued], 8)
  const strings: string[] = []
  for (let at = 0; at < count; at++) {
    const letters = reader.u16()
    const text = letters === null ? null : reader.text(letters)
    if (text === null) return broken
    strings.push(text)
  }
  return strings
}
