/**
 * Keys that records give to a blocking rule. A rule that takes several values (either name, each word) has several lanes, one key each. 0 is no key: such a
 * record is not found by that lane. Lanes are worked out part by part for all rows asked for: a million rows in one go, or the one that is being registered.
 */
import { type Dictionary, isYearOnly, nothing, yearOf } from './dictionary.ts'
import { hashOf, together } from './hash.ts'
import type { KeyPart, Take } from './plan.ts'
import { type Column, type Columns, codeAt } from './table.ts'

/** Rows `from` until `to`. */
export type Rows = { from: number; to: number }
type Keys = Uint32Array<ArrayBuffer>
/** A name with more words than this is found by its first ones. */
const wordsAtMost = 4

export function lanesOfRule(columns: Columns, parts: KeyPart[], rows: Rows): Keys[] {
  return parts.map((part) => lanesOfPart(columns, part, rows)).reduce((made, next) => made.flatMap((one) => next.map((other) => each(one, other, joined))))
}

function lanesOfPart(columns: Columns, { columns: names, take, join = 'each' }: KeyPart, rows: Rows): Keys[] {
  const lanes = names.map((name) => lanesOfColumn(columns, columns.byName.get(name)!, take, rows))
  return join === 'each' ? lanes.flat() : [lanes.map(([first]) => first!).reduce((one, other) => each(one, other, inAnyOrder))]
}

const joined = (one: number, other: number): number => (one === 0 || other === 0 ? 0 : together(one, other))
/** The same for (a, b) and (b, a). */
const inAnyOrder = (one: number, other: number): number => (one < other ? joined(one, other) : joined(other, one))

function each(one: Keys, other: Keys, join: (one: number, other: number) => number): Keys {
  const keys = new Uint32Array(one.length)
  for (let i = 0; i < keys.length; i++) keys[i] = join(one[i]!, other[i]!)
  return keys
}

function lanesOfColumn(columns: Columns, column: Column, take: Take, { from, to }: Rows): Keys[] {
  const { dictionary } = column
  return Array.from({ length: take === 'eachSound' ? wordsAtMost : 1 }, (_, at) => {
    const keyOf = (code: number) => keyOfValue(dictionary, code, take, at)
    const keyOfCode = to - from > 1 ? laidOut(dictionary.texts.length, keyOf) : keyOf
    const keys = new Uint32Array(to - from)
    for (let row = from; row < to; row++) {
      const code = codeAt(columns, column, row)
      if (code !== nothing) keys[row - from] = keyOfCode(code)
    }
    return keys
  })
}

/** Once for each value, not for each row. */
function laidOut(values: number, keyOf: (code: number) => number): (code: number) => number {
  const keys = new Uint32Array(values)
  for (let code = 0; code < values; code++) keys[code] = keyOf(code)
  return (code) => keys[code]!
}

function keyOfValue(dictionary: Dictionary, code: number, take: Take, at: number): number {
  const text = dictionary.texts[code]!
  if (typeof take === 'object') return hashOf('start' in take ? text.slice(0, take.start) : text.slice(-take.end))
  const date = dictionary.numbers[code]!
  const soundAt = (word: number | undefined) => (word === undefined ? 0 : dictionary.words.sounds[word]!)
  switch (take) {
    case 'same':
      return hashOf(text)
    case 'sound':
      return dictionary.sounds[code]!
    case 'firstSound':
      return soundAt(dictionary.wordsOf[code]![0])
    case 'lastSound':
      return soundAt(dictionary.wordsOf[code]!.at(-1))
    case 'eachSound':
      return soundAt(dictionary.wordsOf[code]![at])
    case 'year':
      return yearOf(date)
    case 'monthDay':
      return isYearOnly(date) ? 0 : date % 10000
    case 'fullDate':
      return isYearOnly(date) ? 0 : date
  }
}
