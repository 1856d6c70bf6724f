/**
 * Keys that records give to a blocking rule. A rule that takes several values (either name, each word) has several lanes, one key each. 0 is no key: such a
 * record is not found by that lane. Lanes are worked out part by part for all rows asked for: a million rows in one go, or the one that is being registered.
 */
import { type Dictionary, isYearOnly, nothing, wordsIn, yearOf } from './dictionary.ts'
import { hashOfLetters, together } from './hash.ts'
import type { KeyPart, Take } from './plan.ts'
import { type Column, type Columns, codeAt } from './table.ts'

/** Rows `from` until `to`. */
export type Rows = { from: number; to: number }
type Keys = Uint32Array<ArrayBuffer>
/** A name with more words than this is found by its first ones. */
const wordsAtMost = 4

export function lanesOfRule(columns: Columns, parts: KeyPart[], rows: Rows): Keys[] {
  return parts.map((part) => lanesOfPart(columns, part, rows)).reduce((made, next) => made.flatMap((one) => next.map((other) => each(one, other))))
}

function lanesOfPart(columns: Columns, { columns: names, take, join = 'each' }: KeyPart, rows: Rows): Keys[] {
  const lanes = names.map((name) => lanesOfColumn(columns, columns.byName.get(name)!, take, rows))
  return join === 'each' ? lanes.flat() : [lanes.map(([first]) => first!).reduce(eachInAnyOrder)]
}

/** What says nothing on one side gives no key. */
const joined = (one: number, other: number): number => (one === 0 || other === 0 ? 0 : together(one, other))

function each(one: Keys, other: Keys): Keys {
  const keys = new Uint32Array(one.length)
  for (let i = 0; i < keys.length; i++) keys[i] = joined(one[i]!, other[i]!)
  return keys
}

/** The same for (a, b) and (b, a). */
function eachInAnyOrder(one: Keys, other: Keys): Keys {
  const keys = new Uint32Array(one.length)
  for (let i = 0; i < keys.length; i++) keys[i] = one[i]! < other[i]! ? joined(one[i]!, other[i]!) : joined(other[i]!, one[i]!)
  return keys
}

function lanesOfColumn(columns: Columns, column: Column, take: Take, { from, to }: Rows): Keys[] {
  const { dictionary } = column
  return Array.from({ length: take === 'eachSound' ? wordsAtMost : 1 }, (_, at) => {
    const keys = new Uint32Array(to - from)
    const known = to - from > 1 ? keysOfValues(dictionary, take, at) : null
    for (let row = from; row < to; row++) {
      const code = codeAt(columns, column, row)
      if (code !== nothing) keys[row - from] = known ? known[code]! : keyOfValue(dictionary, code, take, at)
    }
    return keys
  })
}

/** Of many rows once for each value. */
function keysOfValues(dictionary: Dictionary, take: Take, at: number): Keys {
  const keys = new Uint32Array(dictionary.texts.count)
  for (let code = 0; code < keys.length; code++) keys[code] = keyOfValue(dictionary, code, take, at)
  return keys
}

function keyOfValue(dictionary: Dictionary, code: number, take: Take, at: number): number {
  const { texts, words } = dictionary
  const [start, end] = [texts.starts[code]!, texts.starts[code + 1]!]
  if (typeof take === 'object')
    return 'start' in take
      ? hashOfLetters(texts.letters, start, Math.min(end, start + take.start))
      : hashOfLetters(texts.letters, Math.max(start, end - take.end), end)
  const date = dictionary.numbers[code]!
  const soundAt = (word: number) => (word < wordsIn(dictionary, code) ? words.sounds[dictionary.wordIds[dictionary.wordStarts[code]! + word]!]! : 0)
  switch (take) {
    case 'same':
      return hashOfLetters(texts.letters, start, end)
    case 'sound':
      return dictionary.sounds[code]!
    case 'firstSound':
      return soundAt(0)
    case 'lastSound':
      return soundAt(wordsIn(dictionary, code) - 1)
    case 'eachSound':
      return soundAt(at)
    case 'year':
      return yearOf(date)
    case 'monthDay':
      return isYearOnly(date) ? 0 : date % 10000
    case 'fullDate':
      return isYearOnly(date) ? 0 : date
  }
}
