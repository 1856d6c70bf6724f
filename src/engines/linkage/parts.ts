/**
 * Work on one list that threads share: each reads some of the columns, and then all of them compare over the same arrays. What is found is the same, pair by pair
 * and bit by bit, as when one does it alone.
 */
import { forReading } from './dictionary.ts'
import { kindsOf, type Plan } from './plan.ts'
import { countShares, type KnownShares } from './shares.ts'
import { type Columns, encode, type Packed } from './table.ts'

export type Lists = { first: Packed; second?: Packed }
/** Columns as numbers, and how common their values are; of two lists, on the second. */
export type ReadColumns = { columns: Columns; shares: KnownShares }

/** Columns that are read apart: names share one dictionary, and their words take about as long as all others together. */
export function columnsApart(plan: Plan): string[][] {
  const kinds = [...kindsOf(plan)]
  return [kinds.filter(([, kind]) => kind === 'name'), kinds.filter(([, kind]) => kind !== 'name')].map((some) => some.map(([name]) => name))
}

/** How many numbers all columns of the lists take. */
export const numbersOf = (plan: Plan, { first, second }: Lists): number => kindsOf(plan).size * (first.size + (second?.size ?? 0))

/** `codes`: where all parts write their numbers, each its own columns. */
export function readColumns(plan: Plan, { first, second }: Lists, part: { columns: readonly string[]; codes: Int32Array }): ReadColumns {
  const all = encode(kindsOf(plan), first, second, part)
  const dictionaries = new Map([...all.byName.values()].map(({ dictionary }) => [dictionary, forReading(dictionary)]))
  const mine = [...all.byName].filter(([name]) => part.columns.includes(name))
  const columns = { ...all, byName: new Map(mine.map(([name, column]) => [name, { ...column, dictionary: dictionaries.get(column.dictionary)! }])) }
  return { columns, shares: countShares(columns, { from: columns.border ?? 0 }) }
}

/** What was read apart as one; the columns in the order in which they stand in a row. */
export function joinColumns(all: readonly ReadColumns[]): ReadColumns {
  const one = all[0]!
  const columns = all.flatMap((part) => [...part.columns.byName]).sort(([, a], [, b]) => a.at - b.at)
  const words = all.map(({ shares }) => shares.words).find(({ shares }) => shares.length > 0) ?? one.shares.words
  return {
    columns: { ...one.columns, byName: new Map(columns) },
    shares: { ...one.shares, columns: new Map(all.flatMap(({ shares }) => [...shares.columns])), words },
  }
}
