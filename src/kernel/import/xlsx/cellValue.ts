/** What one cell of a workbook says: text, number, yes or no, a date as ISO text, or the error that a formula left behind. */
import type { DateSystem, Exactness } from '../serialDates.ts'
import { serialToIso, serialToTime } from '../serialDates.ts'
import type { Cell } from '../table.ts'
import type { NumberKind } from './numberFormats.ts'
import { ownCopy, unescapeText } from './sharedStrings.ts'

export type Reading = { strings: string[]; kinds: NumberKind[]; dateSystem: DateSystem; copies: Map<string, string>; exactTo: Exactness }

/** A cell that holds only blanks is empty, as it looks. */
export const textOrNothing = (text: string): Cell => (text.trim() === '' ? null : text)

export function cellValue(type: string | undefined, style: string | undefined, raw: string, reading: Reading): Cell {
  switch (type) {
    case 's':
      return textOrNothing(reading.strings[Number(raw)] ?? '')
    case 'inlineStr':
    case 'str':
    case 'd':
      return textOrNothing(kept(type === 'd' ? raw.trim().replace(/T00:00:00(\.0+)?Z?$/, '') : unescapeText(raw), reading.copies))
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true'
    case 'e':
      return { error: raw.trim() || '#VALUE!' }
    default:
      return numberAsWritten(style, raw, reading)
  }
}

function numberAsWritten(style: string | undefined, raw: string, reading: Reading): Cell {
  if (raw.trim() === '') return null
  const number = Number(raw)
  return Number.isFinite(number) ? numberOrDate(style === undefined ? undefined : Number(style), number, reading) : ownCopy(raw)
}

export function numberOrDate(style: number | undefined, number: number, reading: Reading): Cell {
  const kind = style === undefined ? 'number' : (reading.kinds[style] ?? 'number')
  if (kind === 'number') return number
  const time = kind === 'time' ? serialToTime(number) : null
  return time ?? serialToIso(number, reading.dateSystem, reading.exactTo) ?? number
}

/** Places, statuses and organisations repeat by the thousand: each spelling is kept once. */
function kept(text: string, copies: Map<string, string>): string {
  const known = copies.get(text)
  if (known !== undefined) return known
  const copy = ownCopy(text)
  if (copies.size < 200_000) copies.set(copy, copy)
  return copy
}
