/** Texts with spelling mistakes, codes and phones. */
import { type Compared, type LevelOfTwo, oneColumn } from './compared.ts'
import type { Dictionary } from './dictionary.ts'
import type { Letters } from './interned.ts'
import { likeness, likenessIn, ones } from './likeness.ts'
import type { Comparison } from './plan.ts'
import type { Shares } from './shares.ts'
import type { Columns } from './table.ts'

type Of<K extends Comparison['kind']> = Extract<Comparison, { kind: K }>

export function comparedTexts(columns: Columns, shares: Shares, { name, column, rarity }: Of<'text'>): Compared {
  const alike = likenessIn(columns.byName.get(column)!.dictionary)
  return oneColumn(columns, shares, {
    name,
    column,
    levels: ['differs', 'similar', 'part', 'close', 'same'],
    start: [0.1, 0.1, 0.1, 0.1, 0.6],
    rareLevels: rarity ? [likeness.close, likeness.same] : [],
    sameLevels: [likeness.same],
    pick: alike,
  })
}

export const comparedCodes = (columns: Columns, shares: Shares, { name, column, rarity, atMostBits }: Of<'code'>): Compared =>
  oneColumn(columns, shares, {
    name,
    column,
    levels: ['differs', 'same'],
    start: [0.1, 0.9],
    rareLevels: rarity ? [2] : [],
    sameLevels: [2],
    atMostBits,
    pick: (one, other) => (one === other ? 2 : 1),
    byNumbers: { unlike: 1 },
  })

/** One wrong digit, or two exchanged, is a slip of the pen; anything more is another phone. */
export const comparedPhones = (columns: Columns, shares: Shares, { name, column, atMostBits }: Of<'phone'>): Compared =>
  oneColumn(columns, shares, {
    name,
    column,
    levels: ['differs', 'one-digit', 'same'],
    start: [0.3, 0.1, 0.6],
    rareLevels: [3],
    sameLevels: [3],
    atMostBits,
    pick: (one, other, { texts }) => (one === other ? 3 : isOneSlip(texts, one, other) ? 2 : 1),
    byNumbers: { unlike: maybeOneSlip, unread: [1, 2] },
  })

export function isOneSlip({ letters, starts }: Letters, one: number, other: number): boolean {
  const [a, b] = [starts[one]!, starts[other]!]
  const length = starts[one + 1]! - a
  if (length !== starts[other + 1]! - b) return false
  let [differing, first, second] = [0, -1, -1]
  for (let i = 0; i < length && differing < 3; i++) {
    if (letters[a + i] === letters[b + i]) continue
    if (differing++ === 0) first = i
    else second = i
  }
  if (differing === 1) return true
  return differing === 2 && second === first + 1 && letters[a + first] === letters[b + second] && letters[a + second] === letters[b + first]
}

/** Without reading: 1 where two texts are more than a slip apart, 2 where they may be one. */
function maybeOneSlip({ texts }: Dictionary): LevelOfTwo {
  const signs = new Int32Array(texts.count)
  for (let n = 0; n < texts.count; n++) signs[n] = signOf(texts, n)
  return (one, other) => (placesApart(signs[one]! ^ signs[other]!) > 2 ? 1 : 2)
}

/** Eight places of four bits: a slip changes one of them, two neighbours exchanged change two. */
function signOf({ letters, starts }: Letters, number: number): number {
  let sign = 0
  for (let i = starts[number]!, place = 0; i < starts[number + 1]!; i++, place = (place + 4) & 31) sign ^= (letters[i]! & 15) << place
  return sign
}

function placesApart(differing: number): number {
  const any = differing | (differing >>> 1) | (differing >>> 2) | (differing >>> 3)
  return ones(any & 0x11111111)
}
