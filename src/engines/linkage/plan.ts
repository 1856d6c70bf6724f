/**
 * What makes two records alike, as data that a country pack can hold: the comparisons, and the rules that say which pairs are worth comparing at all.
 * Method: Fellegi and Sunter 1969; blocking as usual since Newcombe 1959.
 */
import type { Kind } from './dictionary.ts'

export type Comparison =
  /** Given and family name as one: written straight or swapped, scored once with how rare both names are. */
  | { kind: 'names'; name: string; given: string; family: string }
  /** One text with spelling mistakes (a parent's name, a village as it was written). `rarity`: a rare value says more than a common one. */
  | { kind: 'text'; name: string; column: string; rarity?: boolean; words?: boolean }
  | { kind: 'code'; name: string; column: string; rarity?: boolean; atMostBits?: number }
  | { kind: 'date'; name: string; column: string }
  /** A phone is shared in a household: `atMostBits` keeps it weak evidence, however rare the number is. */
  | { kind: 'phone'; name: string; column: string; atMostBits: number }
  | { kind: 'age'; name: string; column: string }

/** How a value becomes a key: as it is, by its sound, by part. `eachSound` and `eachWord` give several keys, one a word. */
export type Take = 'same' | 'sound' | 'firstSound' | 'lastSound' | 'eachSound' | 'year' | 'monthDay' | 'fullDate' | { start: number } | { end: number }
/** Several columns: `each` gives a key for each of them, `all` one key of all whatever their order (so that swapped names meet). */
export type KeyPart = { columns: string[]; take: Take; join?: 'each' | 'all' }
/** Records that agree on every part are compared. Groups larger than `largest` are not: they are counted and said. */
export type BlockingRule = { name: string; parts: KeyPart[]; largest?: number }

export type Plan = {
  comparisons: Comparison[]
  rules: BlockingRule[]
  /** Rules that hardly ever hold for two different people, and the share of true pairs that they find; together they give how common duplicates are. */
  certain: { rules: BlockingRule[]; recall: number }
  /**
   * Rules whose pairs are mostly people of one household, the first by a phone they share. A brother is no stranger: he has the same family name, place and
   * phone, and judged against strangers he would look like the same person. Left out where lists hold no households.
   */
  household?: BlockingRule[]
  /** Names of the rules on whose pairs agreement among true pairs is learned; all when left out. */
  learnOn?: string[]
}

const columnsOf = (comparison: Comparison): string[] => (comparison.kind === 'names' ? [comparison.given, comparison.family] : [comparison.column])

/** What each column holds, from how it is compared; a column that only a rule names is read by what the rule takes of it. */
export function kindsOf({ comparisons, rules, certain, household = [] }: Plan): Map<string, Kind> {
  const kinds = new Map<string, Kind>()
  for (const comparison of comparisons) {
    const kind = comparison.kind === 'names' || (comparison.kind === 'text' && comparison.words) ? 'name' : comparison.kind
    for (const column of columnsOf(comparison)) kinds.set(column, kind)
  }
  for (const part of [...rules, ...certain.rules, ...household].flatMap((rule) => rule.parts)) {
    for (const column of part.columns) if (!kinds.has(column)) kinds.set(column, kindTaken(part.take))
  }
  return kinds
}

function kindTaken(take: Take): Kind {
  if (take === 'year' || take === 'monthDay' || take === 'fullDate') return 'date'
  return take === 'same' || typeof take === 'object' ? 'text' : 'name'
}
