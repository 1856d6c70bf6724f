/**
 * What agreement and disagreement are worth when two registrations are compared. A house begins with weights learned from people who do not exist, and changes them
 * only by an explicit step, from what its reviewers decided.
 */
import { readFileSync } from 'node:fs'
import { countShares, everyValueOnceIn, type KnownShares, type LearnedLevels, type Model, type Prepared } from '../../engines/linkage/index.ts'

/** Chances of each level, and how many others of one's household, and repetitions of oneself, a person meets on a list. */
export type Weights = { version: number; comparisons: LearnedLevels[]; kinPerPerson: number; againPerPerson: number }

type Stored = Omit<Weights, 'version'>

const starting = JSON.parse(readFileSync(new URL('./startingWeights.json', import.meta.url), 'utf8')) as Stored

export const startingWeights: Weights = { version: 0, ...starting }

/**
 * Weights as a house has stored them, on what the engine holds now of strangers, households and rarity: reviewers' decisions teach how one person tells herself twice, and
 * nothing else. What was stored of the rest is as old as the day, and the engine may judge rarity in another way since.
 */
export function asJudgedNow({ version, comparisons }: Weights): Weights {
  const told = new Map(comparisons.map(({ name, levels, m }) => [name, new Map(levels.map((level, i) => [level, m[i]!]))]))
  const judged = startingWeights.comparisons.map((each) => ({ ...each, m: each.levels.map((level, i) => told.get(each.name)?.get(level) ?? each.m[i]!) }))
  return { ...startingWeights, version, comparisons: judged }
}

/** A list of a few families says nothing of how common a name is: below this many people every value counts as met once in as many. */
const enoughForShares = 1000

const chance = (perPerson: number, size: number) => Math.min(0.5, perPerson / Math.max(2, size))

/**
 * For the people of a list as the engine has read it; of two lists the second is the register, by which rarity is judged. JSON knows no infinity: what has no limit
 * is stored as none. `counted`: how common each value is, where that has been counted already.
 */
export function modelFor(
  { comparisons, kinPerPerson, againPerPerson }: Weights,
  { plan, columns }: Pick<Prepared, 'plan' | 'columns'>,
  counted?: KnownShares,
): Model {
  const from = columns.border ?? 0
  const size = columns.size - from
  return {
    plan,
    comparisons: comparisons.map((each) => ({ ...each, atMostBits: each.atMostBits ?? Number.POSITIVE_INFINITY })),
    prior: chance(againPerPerson, size),
    kinship: chance(kinPerPerson, size),
    shares: size < enoughForShares ? everyValueOnceIn(enoughForShares) : (counted ?? countShares(columns, { from })),
    warnings: [],
  }
}

/** Levels whose chances sum to one belong together: what is missing on one side is judged apart. */
function groupOf(level: string, at: number): number {
  if (at === 0) return -1
  if (level.startsWith('unknown/') || level === 'swapped-alone') return 1
  return level.endsWith('/unknown') ? 2 : 0
}

/** How much the weights before are worth, as decided pairs: a handful of decisions moves them a little. */
const inertia = 50

/**
 * From pairs that people found to be one person: how often each level was met. What strangers have in common is not learned here, because pairs are only shown when
 * they are alike.
 */
export function learned(before: Weights, same: readonly ReadonlyMap<string, string>[], version: number): Weights {
  const comparisons = before.comparisons.map((each) => {
    const counts = each.levels.map((level) => same.filter((pair) => pair.get(each.name) === level).length)
    const groups = each.levels.map(groupOf)
    const met = (group: number) => counts.reduce((sum, count, i) => sum + (groups[i] === group ? count : 0), 0)
    const m = each.m.map((chance, i) => (groups[i] === -1 ? chance : (chance * inertia + counts[i]!) / (inertia + met(groups[i]!))))
    return { ...each, m }
  })
  return { ...before, version, comparisons }
}
