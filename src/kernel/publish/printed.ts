/**
 * How a figure, a share and a date are written in a product, the same in every sentence, table and chart. Unknown and withheld are words, never a zero
 * and never a dash. Rounding only here: one decimal, half away from zero.
 */
import { type Count, isKnown } from '../../engines/count.ts'
import type { Language } from '../text/bilingual.ts'

/** Intl falls back to the machine's own language without a word, so the chain is always given whole. */
const locales: Record<Language, string[]> = { pt: ['pt-MZ', 'pt-PT', 'pt'], en: ['en-GB', 'en'] }

const countWords: Record<Language, { unknown: string; withheld: string }> = {
  pt: { unknown: 'desconhecido', withheld: 'retido' },
  en: { unknown: 'unknown', withheld: 'withheld' },
}

const minus = (text: string): string => text.replace('-', '−')

/** Grouping is forced, so that four-digit and six-digit figures line up in one column. */
export const printNumber = (value: number, lang: Language, decimals = 0): string =>
  minus(new Intl.NumberFormat(locales[lang], { useGrouping: 'always', minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value))

/** The form of a word beside a figure as printed: in both languages nothing but a bare 1, whatever its sign, takes the form for one. */
export const formFor = (printed: string, one: string, many: string): string => (/^[+−]?1$/.test(printed) ? one : many)

export const printSigned = (value: number, lang: Language): string => (value > 0 ? `+${printNumber(value, lang)}` : printNumber(value, lang))

export const printCount = (count: Count, lang: Language): string => (isKnown(count) ? printNumber(count, lang) : countWords[lang][count])

const percentSign: Record<Language, string> = { pt: '\u00a0%', en: '%' }

export const printPercent = (percent: number, lang: Language): string => printNumber(percent, lang, 1) + percentSign[lang]

export const printSignedPercent = (percent: number, lang: Language): string => (percent > 0 ? `+${printPercent(percent, lang)}` : printPercent(percent, lang))

/** Share of a whole in words of one decimal; null when there is no whole, so that nobody prints a share of nothing. */
export function printShare(part: Count, whole: Count, lang: Language): string | null {
  return isKnown(part) && isKnown(whole) && whole > 0 ? printPercent((100 * part) / whole, lang) : null
}

/** The day is a date, not a moment, so no time zone may move it. */
const noon = (isoDate: string): Date => new Date(`${isoDate.slice(0, 10)}T12:00:00Z`)
const longDate = (lang: Language) => new Intl.DateTimeFormat(locales[lang], { dateStyle: 'long', timeZone: 'UTC' })

/** `2021-09-23` as `23 de setembro de 2021`. */
export const printDate = (isoDate: string, lang: Language): string => longDate(lang).format(noon(isoDate))

export const printDateRange = (from: string, to: string, lang: Language): string => longDate(lang).formatRange(noon(from), noon(to))

/** Short month and year for an axis: `set. 2021`. */
export function printMonth(isoDate: string, lang: Language): string {
  const month = new Intl.DateTimeFormat(locales[lang], { month: 'short', timeZone: 'UTC' }).format(noon(isoDate))
  return `${month} ${isoDate.slice(0, 4)}`
}

export const printList = (parts: string[], lang: Language): string => new Intl.ListFormat(locales[lang], { type: 'conjunction' }).format(parts)
