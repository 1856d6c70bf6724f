/**
 * Dates as real files write them. Whether 04/05 is April or May is never decided for one row: the values of a group (a country, a sheet, a sender) prove
 * an order together or leave it open, and then a person decides with the evidence before his eyes.
 */
import { type Refusal, refuse } from '../refusal.ts'
import { monthByName } from './monthNames.ts'
import { serialToIso } from './serialDates.ts'
import type { Cell } from './table.ts'

type DateOrder = 'day-first' | 'month-first'

export type DateEvidence = {
  /** Values that can only be read with the day first (27/03), or only with the month first (03/27). */
  dayFirst: number
  monthFirst: number
  /** Readable both ways; the same day twice (04/04) counts here too. */
  ambiguous: number
  /** Clear by themselves: 2019-03-27, 27-Mar-19, 27 de março de 2019. */
  clear: number
  /** Numbers that are days in a spreadsheet's own count. */
  serials: number
  unparseable: number
  /** `undecided`: values need an order and none is proven, or both are. `not-needed`: every value is clear. */
  order: DateOrder | 'not-needed' | 'undecided'
  examples: { dayFirst: string[]; monthFirst: string[]; ambiguous: string[]; unparseable: string[] }
}

type Reading =
  | { form: 'clear' | 'serial'; iso: string }
  | { form: 'two-orders'; first: number; second: number; year: number }
  | { form: 'impossible' | 'incomplete' | 'unreadable' }

/** Serial numbers of 1954 to 2119: a smaller number in a column of dates is a year or a mistake. */
const serialRange = [20_000, 80_000] as const

export function dateOrders(values: readonly Cell[]): DateEvidence {
  const evidence: DateEvidence = {
    ...{ dayFirst: 0, monthFirst: 0, ambiguous: 0, clear: 0, serials: 0, unparseable: 0 },
    order: 'not-needed',
    examples: { dayFirst: [], monthFirst: [], ambiguous: [], unparseable: [] },
  }
  for (const value of values) {
    if (value === null || value === '') continue
    const kind = evidenceOf(readDate(value))
    evidence[kind]++
    if (kind === 'clear' || kind === 'serials') continue
    const shown = evidence.examples[kind]
    const text = typeof value === 'object' ? value.error : String(value)
    if (shown.length < 3 && !shown.includes(text)) shown.push(text)
  }
  const { dayFirst, monthFirst, ambiguous } = evidence
  if (dayFirst + monthFirst + ambiguous > 0) evidence.order = provenOrder(dayFirst, monthFirst)
  return evidence
}

/** The evidence of each group apart, since one file may hold two offices with two habits. */
export function dateOrdersByGroup(cells: readonly { group: string; value: Cell }[]): Map<string, DateEvidence> {
  const groups = new Map<string, Cell[]>()
  for (const { group, value } of cells) {
    const known = groups.get(group)
    if (known) known.push(value)
    else groups.set(group, [value])
  }
  return new Map([...groups].map(([group, values]) => [group, dateOrders(values)]))
}

const provenOrder = (dayFirst: number, monthFirst: number) =>
  dayFirst > 0 === monthFirst > 0 ? ('undecided' as const) : dayFirst > 0 ? ('day-first' as const) : ('month-first' as const)

function evidenceOf(reading: Reading) {
  if (reading.form === 'two-orders') return reading.first > 12 ? 'dayFirst' : reading.second > 12 ? 'monthFirst' : 'ambiguous'
  if (reading.form === 'clear') return 'clear'
  return reading.form === 'serial' ? 'serials' : 'unparseable'
}

/**
 * The day as ISO text under an order that was decided for the whole group. A value that contradicts the order is refused, never turned round in silence.
 * Two-digit years up to 69 are of this century.
 */
export function parseDate(value: Cell, order: DateEvidence['order']): string | null | Refusal {
  if (value === null || value === '') return null
  const text = typeof value === 'object' ? value.error : String(value)
  const reading = readDate(value)
  switch (reading.form) {
    case 'clear':
    case 'serial':
      return reading.iso
    case 'impossible':
      return refuse('import.date-impossible', { value: text })
    case 'incomplete':
      return refuse('import.date-incomplete', { value: text })
    case 'unreadable':
      return refuse('import.not-a-date', { value: text })
    case 'two-orders':
      return inOrder(reading, order, text)
  }
}

function inOrder({ first, second, year }: { first: number; second: number; year: number }, order: DateEvidence['order'], text: string): string | Refusal {
  if (first === second) return isoDay(year, first, second) ?? refuse('import.date-impossible', { value: text })
  if (order !== 'day-first' && order !== 'month-first') return refuse('import.date-order-undecided', { value: text })
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  if (month > 12) return refuse('import.date-against-order', { value: text, order })
  return isoDay(year, month, day) ?? refuse('import.date-impossible', { value: text })
}

function readDate(value: Cell): Reading {
  if (typeof value === 'number') return serialReading(value)
  if (typeof value !== 'string') return { form: 'unreadable' }
  const text = value.trim()
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:.*)?$/.exec(text) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text)
  if (yearFirst) return day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ]+\d{1,2}:.*)?$/.exec(text)
  if (figures) return eitherOrder(Number(figures[1]), Number(figures[2]), fullYear(figures[3]!))
  const named = /^(?:[\p{L}-]+,\s*)?(\d{1,2})(?:st|nd|rd|th|º|er)?[-/.\s]*(?:de\s+)?(\p{L}{3,})\.?[-/.,\s]*(?:de\s+)?(\d{4}|\d{2})(?:[T ]+\d{1,2}:.*)?$/iu.exec(
    text,
  )
  if (named) return namedDay(named[1]!, named[2]!, named[3]!)
  const monthFirst = /^(?:[\p{L}-]+,\s*)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/iu.exec(text)
  if (monthFirst) return namedDay(monthFirst[2]!, monthFirst[1]!, monthFirst[3]!)
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) >= serialRange[0]) return serialReading(Number(text))
  const monthOnly = /^(\p{L}{3,})\.?[-/\s]*(?:de\s+)?(\d{4}|\d{2})$/iu.exec(text)
  const onlyMonth = monthOnly && monthByName(monthOnly[1]!) !== null
  return { form: onlyMonth || /^(19|20)\d\d$/.test(text) || /^\d{1,2}[-/.](19|20)\d\d$|^(19|20)\d\d[-/.]\d{1,2}$/.test(text) ? 'incomplete' : 'unreadable' }
}

function serialReading(serial: number): Reading {
  if (serial >= 1900 && serial <= 2100) return { form: 'incomplete' }
  const iso = serial >= serialRange[0] && serial <= serialRange[1] ? serialToIso(Math.floor(serial)) : null
  return iso ? { form: 'serial', iso } : { form: 'unreadable' }
}

function eitherOrder(first: number, second: number, year: number): Reading {
  if (first === 0 || second === 0 || (first > 12 && second > 12)) return { form: 'impossible' }
  const possible = isoDay(year, second, first) ?? isoDay(year, first, second)
  return possible ? { form: 'two-orders', first, second, year } : { form: 'impossible' }
}

function namedDay(dayText: string, monthText: string, yearText: string): Reading {
  const month = monthByName(monthText)
  return month === null ? { form: 'unreadable' } : day(fullYear(yearText), month, Number(dayText))
}

function day(year: number, month: number, dayOfMonth: number): Reading {
  const iso = isoDay(year, month, dayOfMonth)
  return iso ? { form: 'clear', iso } : { form: 'impossible' }
}

const fullYear = (text: string) => (text.length === 4 ? Number(text) : Number(text) + (Number(text) <= 69 ? 2000 : 1900))

function isoDay(year: number, month: number, dayOfMonth: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth ? date.toISOString().slice(0, 10) : null
}
