/**
 * A comparison put to work on a table: for two rows the level of agreement, and how common the value is that they agree on. Level 0 is "not known on one side"
 * and always neutral. Chances are compared inside a group of levels only, so that what is missing never counts for or against.
 */
import { type Dictionary, nothing } from './dictionary.ts'
import type { Shares } from './shares.ts'
import { type Column, type Columns, codeAt } from './table.ts'

export const neutral = -1

export type Compared = {
  name: string
  columns: string[]
  /** A word for each level, for the reviewer's screen to translate. */
  levels: string[]
  groups: number[]
  /** Chance of each level among true pairs before anything is learned. */
  start: number[]
  levelOf: (a: number, b: number) => number
  /** How common the value at issue is, as a share of all rows; 1 where rarity says nothing. */
  shareOf: (a: number, b: number, level: number) => number
  /** The same against people of one household, where only what is not handed down is left to chance: the given name. */
  kinShareOf?: (a: number, b: number, level: number) => number
  /** Chances for two people of one household that are known beforehand, level by level; what is learned is never below them. */
  kinAtLeast: number[]
  /** Levels that mean "the very same value", where chance agreement is the share itself. */
  sameLevels: number[]
  atMostBits: number
  /** For a column whose values can be compared by their numbers; see quick.ts. */
  single?: () => OneColumn
  /** For two columns that are compared as one: the most that it can be worth by the numbers of `a` and of `b`; see namesAtMost.ts. */
  two?: { at: [number, number]; most: (worth: (level: number, share: number) => number) => ((a1: number, a2: number, b1: number, b2: number) => number) | null }
  /** Chance of each level among random pairs when it is better worked out than counted; see names.ts. */
  chance?: (drawn: Drawn) => Chance
}

/**
 * One column as it is compared by numbers. `unlike`: the level of two different values, or what tells it. `unread`: where that does not read them, the levels of which
 * it names the last when it may be any of them.
 */
export type OneColumn = {
  at: number
  values: number
  shareOf: (value: number) => number
  isRare: boolean[]
  levelOfOne: (value: number) => number
  unlike: number | LevelOfTwo
  unread: number[]
}
export type LevelOfTwo = (one: number, other: number) => number
type Unlike = { unlike: number | ((dictionary: Dictionary) => LevelOfTwo); unread?: number[] }

/** Random pairs of rows. */
export type Drawn = { a: Int32Array; b: Int32Array }
/** `typical`: the share by which a level's evidence is unchanged; commoner values say less, rarer ones more. */
export type Chance = { u: number[]; typical: number[]; kinTypical?: number[] }

export function countedChance(compared: Compared, { a, b }: Drawn): Chance {
  const counts = compared.levels.map(() => 0)
  const inverse = compared.levels.map(() => 0)
  for (let i = 0; i < a.length; i++) {
    const level = compared.levelOf(a[i]!, b[i]!)
    counts[level]!++
    inverse[level]! += 1 / compared.shareOf(a[i]!, b[i]!, level)
  }
  const u = withinGroups(counts, compared.groups, 0.5)
  return { u, typical: counts.map((count, level) => typicalShare(compared, level, u[level]!, count, inverse[level]!)) }
}

/** The harmonic mean over random pairs at this level: with it, weights over all values still sum to the level's own chance. */
function typicalShare(compared: Compared, level: number, u: number, count: number, inverse: number): number {
  if (compared.sameLevels.includes(level)) return u
  return count > 0 ? count / inverse : u
}

/** Counts to chances inside each group, a little added everywhere so that nothing is impossible. */
export function withinGroups(counts: readonly number[], groups: readonly number[], added: number): number[] {
  const totals = new Map<number, number>()
  for (const [level, count] of counts.entries()) totals.set(groups[level]!, (totals.get(groups[level]!) ?? 0) + count + added)
  return counts.map((count, level) => (groups[level] === neutral ? 1 : (count + added) / totals.get(groups[level]!)!))
}

/** Comparison of one column by a function of two different values; `pick` is asked only where both are known. */
export function oneColumn(
  columns: Columns,
  shares: Shares,
  given: {
    name: string
    column: string
    levels: string[]
    start: number[]
    pick: Pick
    /** How two different values compare by their numbers, where they can; see `OneColumn`. */
    byNumbers?: Unlike
    /** Levels where the rarity of the shared value counts; the value is the commoner of the two. */
    rareLevels?: number[]
    sameLevels?: number[]
    atMostBits?: number
    kinAtLeast?: { level: number; chance: number }
  },
): Compared {
  const column: Column = columns.byName.get(given.column)!
  const share = shares.ofColumn(given.column)
  const { pick, byNumbers, rareLevels = [], sameLevels = [] } = given
  const isRare = ['unknown', ...given.levels].map((_, level) => rareLevels.includes(level))
  return {
    name: given.name,
    columns: [given.column],
    levels: ['unknown', ...given.levels],
    groups: [neutral, ...given.levels.map(() => 0)],
    start: [1, ...given.start],
    levelOf: (a, b) => {
      const one = codeAt(columns, column, a)
      const other = codeAt(columns, column, b)
      return one === nothing || other === nothing ? 0 : pick(one, other, column.dictionary)
    },
    shareOf: (a, b, level) => (isRare[level] ? Math.max(share(codeAt(columns, column, a)), share(codeAt(columns, column, b))) : 1),
    single: byNumbers && (() => singleOf(column, share, isRare, { pick, ...byNumbers })),
    kinAtLeast: isRare.map((_, level) => (level === given.kinAtLeast?.level ? given.kinAtLeast.chance : 0)),
    sameLevels: sameLevels.filter((level) => rareLevels.includes(level)),
    atMostBits: given.atMostBits ?? Number.POSITIVE_INFINITY,
  }
}

type Pick = (one: number, other: number, dictionary: Dictionary) => number

function singleOf(
  { at, dictionary }: Column,
  shareOf: (value: number) => number,
  isRare: boolean[],
  { pick, unlike, unread = [] }: Unlike & { pick: Pick },
): OneColumn {
  return {
    at,
    values: dictionary.texts.count,
    shareOf,
    isRare,
    levelOfOne: (value) => pick(value, value, dictionary),
    unlike: typeof unlike === 'number' ? unlike : unlike(dictionary),
    unread,
  }
}
