/**
 * Keys that a record gives to a blocking rule. Each key is worked out once per distinct value and looked up for the rows; a rule that takes several values
 * (either name, each word) has several lanes, one key each. 0 is no key: such a record is not found by that lane.
 */
import { type Dictionary, isYearOnly, nothing, yearOf } from './dictionary.ts'
import { hashOf, together } from './hash.ts'
import type { KeyPart, Take } from './plan.ts'
import { type Column, type Columns, codeAt } from './table.ts'

export type Lane = (row: number) => number
/** A name with more words than this is found by its first ones. */
const wordsAtMost = 4

export function lanesOfRule(columns: Columns, parts: KeyPart[]): Lane[] {
  return parts
    .map((part) => lanesOfPart(columns, part))
    .reduce((made, next) =>
      made.flatMap((one) =>
        next.map(
          (other): Lane =>
            (row) =>
              joined(one(row), other(row)),
        ),
      ),
    )
}

function lanesOfPart(columns: Columns, { columns: names, take, join = 'each' }: KeyPart): Lane[] {
  const lanes = names.map((name) => lanesOfColumn(columns, columns.byName.get(name)!, take))
  return join === 'each' ? lanes.flat() : [lanes.map(([first]) => first!).reduce((one, other) => (row) => inAnyOrder(one(row), other(row)))]
}

const joined = (one: number, other: number): number => (one === 0 || other === 0 ? 0 : together(one, other))
/** The same for (a, b) and (b, a). */
const inAnyOrder = (one: number, other: number): number => (one < other ? joined(one, other) : joined(other, one))

function lanesOfColumn(columns: Columns, column: Column, take: Take): Lane[] {
  const count = take === 'eachSound' ? wordsAtMost : 1
  return Array.from({ length: count }, (_, at) => {
    let kept = new Uint32Array(1024)
    return (row) => {
      const code = codeAt(columns, column, row)
      if (code === nothing) return 0
      if (code >= kept.length) {
        const larger = new Uint32Array(Math.max(code + 1, kept.length * 2))
        larger.set(kept)
        kept = larger
      }
      // Kept one higher, so that 0 can mean "not worked out yet"; the highest key of all is given up for it.
      if (kept[code] === 0) kept[code] = Math.min(keyOfValue(column.dictionary, code, take, at), 0xfffffffe) + 1
      return kept[code]! - 1
    }
  })
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
