/**
 * How common each value is. "Maria" in both records says little, "Nkavadeka" says much (term frequency, after Newcombe 1959 and Winkler 1989).
 * Shares belong to the model: a phone with forty families judges rarity by the country's lists, not by its own forty.
 */

import { nothing } from './dictionary.ts'
import { kindsOf, type Plan } from './plan.ts'
import { type Column, type Columns, codeAt, encode, type Table } from './table.ts'
import type { Words } from './words.ts'

/** Share of rows by text; values met once are left out and count as `least`. Words: share of rows in whose names the word stands. */
export type KnownShares = { columns: Map<string, Map<string, number>>; words: Map<string, number>; least: number }
export type Shares = { ofColumn: (name: string) => (code: number) => number; ofWord: (id: number) => number }

/** How common the values of a table are, for a model that was learned elsewhere. */
export const sharesOf = (plan: Plan, table: Table): KnownShares => countShares(encode(kindsOf(plan), table))

/** `leastRows`: of a short list, how many rows it is judged by. */
export function countShares(columns: Columns, leastRows = 1): KnownShares {
  const rows = Math.max(leastRows, columns.size)
  const known: KnownShares = { columns: new Map(), words: new Map(), least: 1 / rows }
  for (const column of columns.byName.values()) {
    const counts = countsOf(columns, column)
    const shares = new Map<string, number>()
    counts.forEach((count, code) => {
      if (count > 1) shares.set(column.dictionary.texts[code]!, count / rows)
      for (const id of column.dictionary.wordsOf[code] ?? []) {
        const word = column.dictionary.words.texts[id]!
        known.words.set(word, (known.words.get(word) ?? 0) + count / rows)
      }
    })
    known.columns.set(column.name, shares)
  }
  return known
}

function countsOf(columns: Columns, column: Column): Int32Array {
  const counts = new Int32Array(column.dictionary.texts.length)
  for (let row = 0; row < columns.size; row++) {
    const code = codeAt(columns, column, row)
    if (code !== nothing) counts[code]!++
  }
  return counts
}

/** The known shares laid out by the numbers of this table; values that came later are looked up when they are first asked for. */
export function sharesFor(columns: Columns, known: KnownShares): Shares {
  const ofColumn = (name: string) => {
    const shares = known.columns.get(name)
    const { texts } = columns.byName.get(name)!.dictionary
    return laidOut((code) => shares?.get(texts[code]!) ?? known.least)
  }
  const words = [...columns.byName.values()].find(({ dictionary }) => dictionary.kind === 'name')?.dictionary.words ?? ({ texts: [] } as Pick<Words, 'texts'>)
  return { ofColumn, ofWord: laidOut((id) => known.words.get(words.texts[id]!) ?? known.least) }
}

function laidOut(look: (code: number) => number): (code: number) => number {
  let kept = new Float32Array(1024)
  return (code) => {
    if (code >= kept.length) {
      const larger = new Float32Array(Math.max(code + 1, kept.length * 2))
      larger.set(kept)
      kept = larger
    }
    return kept[code]! || (kept[code] = look(code))
  }
}
