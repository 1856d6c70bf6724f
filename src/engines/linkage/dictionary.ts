/**
 * Every distinct text of a column once, as a number: comparisons and block keys are worked out per value, not per row, and a pair of rows is a pair of numbers.
 * Two writings that mean the same (accents, capitals, particles, separators of a date) get the same number. An empty text says nothing: `nothing`.
 */
import { fold } from '../places/spelling.ts'
import { emptyWords, soundOfAll, type Words, wordIds } from './words.ts'

/** What a column holds. `name`: given or family names, one pool. `code`: a value without spelling (place code, sex, document number). */
export type Kind = 'name' | 'text' | 'date' | 'phone' | 'age' | 'code'
export const nothing = -1

export type Dictionary = {
  kind: Kind
  /** Plain texts, and writings that mean the same. */
  known: Map<string, number>
  texts: string[]
  words: Words
  /** For names: the ids of their words and the sound of the whole. */
  wordsOf: number[][]
  sounds: number[]
  /** For dates year × 10000 + month × 100 + day with 0 for a part that is not known, for ages the years. */
  numbers: number[]
}

export const emptyDictionary = (kind: Kind): Dictionary => ({
  kind,
  known: new Map(),
  texts: [],
  words: emptyWords(),
  wordsOf: [],
  sounds: [],
  numbers: [],
})

export function codeOf(dictionary: Dictionary, raw: string | null | undefined): number {
  if (raw === null || raw === undefined || raw === '') return nothing
  const known = dictionary.known.get(raw)
  if (known !== undefined) return known
  const code = dictionary.kind === 'name' ? nameCode(dictionary, raw) : textCode(dictionary, plainTextOf(dictionary.kind, raw))
  if (code === nothing || dictionary.texts[code] !== raw) dictionary.known.set(raw, code)
  return code
}

function nameCode(dictionary: Dictionary, raw: string): number {
  const ids = wordIds(dictionary.words, raw)
  if (ids.length === 0) return nothing
  const code = textCode(dictionary, ids.map((id) => dictionary.words.texts[id]!).join(' '))
  if (dictionary.wordsOf.length <= code) {
    dictionary.wordsOf.push(ids)
    dictionary.sounds.push(soundOfAll(dictionary.words, ids))
  }
  return code
}

function textCode(dictionary: Dictionary, text: string): number {
  if (text === '') return nothing
  const known = dictionary.known.get(text)
  if (known !== undefined) return known
  dictionary.known.set(text, dictionary.texts.length)
  if (dictionary.kind === 'date' || dictionary.kind === 'age') dictionary.numbers.push(Number(text))
  return dictionary.texts.push(text) - 1
}

function plainTextOf(kind: Kind, raw: string): string {
  if (kind === 'date') return plainDate(raw)
  if (kind === 'phone') return isPlainPhone.test(raw) ? raw : raw.replace(/\D/g, '').slice(-phoneDigits)
  if (kind === 'age') return /^\s*\d{1,3}\s*$/.test(raw) ? String(Number(raw)) : ''
  if (isPlainCode.test(raw)) return raw.toLowerCase()
  return kind === 'text' ? fold(raw) : fold(raw).replaceAll(' ', '')
}

/** National numbers have nine digits; what stands before them is a country prefix, written or not. */
const phoneDigits = 9
const isPlainPhone = /^\d{9}$/
/** Nothing to fold but capitals: most numbers and codes are. "2o" is left to the fold, where it is "2.º". */
const isPlainCode = /^[A-Za-z0-9]*[A-NP-Za-np-z0-9]$/

/** 1985-03-07, 19850307, 07/03/1985 or 1985 as eight digits. Impossible days are kept as they were written: one wrong digit is still close to the truth. */
function plainDate(raw: string): string {
  const [, year, month, day] = /^\s*(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?(?:T.*)?\s*$/.exec(raw) ?? []
  if (year) return `${year}${month ?? '00'}${day ?? '00'}`
  const [, dayFirst, then, last] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(raw) ?? []
  return last ? `${last}${then!.padStart(2, '0')}${dayFirst!.padStart(2, '0')}` : ''
}

/** Nobody's day of birth is known when it says 1 January or only a year: both mean "the year only". */
export const isYearOnly = (date: number): boolean => date % 10000 === 101 || date % 10000 < 100
export const yearOf = (date: number): number => Math.floor(date / 10000)
