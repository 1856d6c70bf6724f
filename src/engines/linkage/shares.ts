/**
 * How common each value is. "Maria" in both records says little, "Nkavadeka" says much (term frequency, after Newcombe 1959 and Winkler 1989).
 * Shares belong to the model: a phone with forty families judges rarity by the country's lists, not by its own forty.
 */

import { nothing } from './dictionary.ts'
import { find, type Interned, noTexts, textAt } from './interned.ts'
import { roomFor } from './room.ts'
import { type Column, type Columns, codeAt } from './table.ts'

/** Of each text, by its number, the share of rows that have it; one that is not on the list counts as `least`. Words: share of rows in whose names the word stands. */
export type TextShares = { texts: Interned; shares: Float32Array }
export type KnownShares = { columns: Map<string, TextShares>; words: TextShares; least: number }
export type Shares = { ofColumn: (name: string) => (code: number) => number; ofWord: (id: number) => number; least: number }

/** Where nothing is known of how common values are, every one is as rare as one in so many rows. */
export const everyValueOnceIn = (rows: number): KnownShares => ({
  columns: new Map(),
  words: { texts: noTexts(), shares: new Float32Array(0) },
  least: 1 / rows,
})

/** How common the values of a table are. `leastRows`: of a short list, how many rows it is judged by. `from`: the first row that counts, of two lists the second's. */
export function countShares(columns: Columns, { leastRows = 1, from = 0 }: { leastRows?: number; from?: number } = {}): KnownShares {
  const rows = Math.max(leastRows, columns.size - from)
  const known = everyValueOnceIn(rows)
  for (const column of columns.byName.values()) {
    const { dictionary } = column
    const counts = countsOf(columns, column, from)
    known.columns.set(column.name, { texts: dictionary.texts, shares: Float32Array.from(counts, (count) => (count > 1 ? count / rows : known.least)) })
    if (dictionary.kind !== 'name') continue
    known.words.texts = dictionary.words.texts
    known.words.shares = roomFor(known.words.shares, dictionary.words.texts.count)
    for (let code = 0; code < counts.length; code++) {
      for (let i = dictionary.wordStarts[code]!; i < dictionary.wordStarts[code + 1]!; i++) known.words.shares[dictionary.wordIds[i]!]! += counts[code]! / rows
    }
  }
  return known
}

function countsOf(columns: Columns, column: Column, from: number): Int32Array {
  const counts = new Int32Array(column.dictionary.texts.count)
  for (let row = from; row < columns.size; row++) {
    const code = codeAt(columns, column, row)
    if (code !== nothing) counts[code]!++
  }
  return counts
}

/** The known shares by the numbers of this table. */
export function sharesFor(columns: Columns, known: KnownShares): Shares {
  const none = everyValueOnceIn(1).words
  const names = [...columns.byName.values()].find(({ dictionary }) => dictionary.kind === 'name')
  return {
    ofColumn: (name) => sharesIn(columns.byName.get(name)!.dictionary.texts, known.columns.get(name) ?? none, known.least),
    ofWord: sharesIn(names?.dictionary.words.texts ?? none.texts, known.words, known.least),
    least: known.least,
  }
}

/** Where they were counted on these very texts, by number; otherwise a text is looked up when it is first asked for. */
function sharesIn(texts: Interned, known: TextShares, least: number): (code: number) => number {
  if (known.texts === texts) return (code) => (code < known.shares.length ? known.shares[code]! || least : least)
  let kept = new Float32Array(1024)
  return (code) => {
    kept = roomFor(kept, code + 1)
    if (kept[code] === 0) kept[code] = known.shares[find(known.texts, textAt(texts, code))] || least
    return kept[code]!
  }
}
