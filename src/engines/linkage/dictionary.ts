/**
 * Every distinct text of a column once, as a number: comparisons and block keys are worked out per value, not per row, and a pair of rows is a pair of numbers.
 * Two writings that mean the same (accents, capitals, particles, separators of a date) get the same number. An empty text says nothing: `nothing`.
 */
import { fold } from '../places/spelling.ts'
import { type Interned, type LetterArray, noTexts, numberOf, numberOfLetters, textAt } from './interned.ts'
import { roomFor } from './room.ts'
import { emptyWords, soundOfAll, type Words, wordIds } from './words.ts'

/** What a column holds. `name`: given or family names, one pool. `code`: a value without spelling (place code, sex, document number). */
export type Kind = 'name' | 'text' | 'date' | 'phone' | 'age' | 'code'
export const nothing = -1

export type Dictionary = {
  kind: Kind
  /** Texts as they were written, and the number of what each means. */
  raw: Interned
  codes: Int32Array
  /** Plain texts: what they mean. */
  texts: Interned
  words: Words
  /** For names: the ids of their words side by side, those of a name from its start to the next one's, and the sound of the whole. */
  wordIds: Uint32Array
  wordStarts: Uint32Array
  sounds: Uint32Array
  /** For dates year × 10000 + month × 100 + day with 0 for a part that is not known, for ages the years. */
  numbers: Uint32Array
}

export const emptyDictionary = (kind: Kind): Dictionary => ({
  kind,
  raw: noTexts(),
  codes: new Int32Array(16),
  texts: noTexts(),
  words: emptyWords(),
  wordIds: new Uint32Array(16),
  wordStarts: new Uint32Array(16),
  sounds: new Uint32Array(16),
  numbers: new Uint32Array(16),
})

export function codeOf(dictionary: Dictionary, raw: string | null | undefined): number {
  if (raw === null || raw === undefined || raw === '') return nothing
  const before = dictionary.raw.count
  return meaningOf(dictionary, numberOf(dictionary.raw, raw), before)
}

/** The same for a cell that is packed among others. */
export function codeOfLetters(dictionary: Dictionary, from: LetterArray, first: number, end: number): number {
  if (first === end) return nothing
  const before = dictionary.raw.count
  return meaningOf(dictionary, numberOfLetters(dictionary.raw, from, first, end), before)
}

/** `before`: how many writings were known; one that is new is understood now. */
function meaningOf(dictionary: Dictionary, written: number, before: number): number {
  if (written < before) return dictionary.codes[written]!
  const raw = textAt(dictionary.raw, written)
  dictionary.codes = roomFor(dictionary.codes, written + 1)
  return (dictionary.codes[written] = dictionary.kind === 'name' ? nameCode(dictionary, raw) : textCode(dictionary, plainTextOf(dictionary.kind, raw)))
}

function nameCode(dictionary: Dictionary, raw: string): number {
  const { words } = dictionary
  const ids = wordIds(words, raw)
  if (ids.length === 0) return nothing
  const before = dictionary.texts.count
  const code = textCode(dictionary, ids.map((id) => textAt(words.texts, id)).join(' '))
  if (code < before) return code
  const start = dictionary.wordStarts[code]!
  dictionary.wordStarts = roomFor(dictionary.wordStarts, code + 2)
  dictionary.wordStarts[code + 1] = start + ids.length
  dictionary.wordIds = roomFor(dictionary.wordIds, start + ids.length)
  dictionary.wordIds.set(ids, start)
  dictionary.sounds = roomFor(dictionary.sounds, code + 1)
  dictionary.sounds[code] = soundOfAll(words, ids)
  return code
}

function textCode(dictionary: Dictionary, text: string): number {
  if (text === '') return nothing
  const before = dictionary.texts.count
  const code = numberOf(dictionary.texts, text)
  if (code === before && (dictionary.kind === 'date' || dictionary.kind === 'age')) {
    dictionary.numbers = roomFor(dictionary.numbers, code + 1)
    dictionary.numbers[code] = Number(text)
  }
  return code
}

/** For a thread that compares and reads nothing new: without the writings, and no longer than it is. */
export function forReading({ kind, texts, words, wordIds, wordStarts, sounds, numbers }: Dictionary): Dictionary {
  const { count } = texts
  return {
    ...emptyDictionary(kind),
    texts: trimmed(texts),
    words: { pieces: new Map(), texts: trimmed(words.texts), sounds: words.sounds.subarray(0, words.texts.count) },
    wordIds: wordIds.subarray(0, wordStarts[count]),
    wordStarts: wordStarts.subarray(0, count + 1),
    sounds: sounds.subarray(0, count),
    numbers: numbers.subarray(0, count),
  }
}

const trimmed = ({ count, letters, starts, slots }: Interned): Interned => ({
  count,
  letters: letters.subarray(0, starts[count]),
  starts: starts.subarray(0, count + 1),
  slots,
})

export const wordsIn = ({ wordStarts }: Dictionary, code: number): number => wordStarts[code + 1]! - wordStarts[code]!
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
