/**
 * Learning from a table without any answers: how often true pairs and strangers agree, level by level. u from random pairs; m by expectation and
 * maximisation on the pairs of one rule at a time, where what the rule itself demands is left out (Winkler 1988, 2000); how common duplicates are
 * from rules that hardly ever hold for two people, because all blocks together overstate it.
 */
import { eachPair, keysOfRule, type LeftOut, pairsIn, type RuleKeys } from './blocks.ts'
import { compare, packing } from './compare.ts'
import { type Chance, type Compared, countedChance, type Drawn } from './compared.ts'
import { type Agreement, expectAgreement, type Patterns } from './expectation.ts'
import { seeded, together } from './hash.ts'
import type { Model, ModelWarning } from './model.ts'
import { type BlockingRule, kindsOf, type Plan } from './plan.ts'
import { countShares, type KnownShares, sharesFor } from './shares.ts'
import { type Columns, encode, knownIn, type Packed, type Table } from './table.ts'

/** `keys`: block keys that were already worked out, by the rule as text, so that training and scoring do it once. */
export type Prepared = { plan: Plan; columns: Columns; keys: Map<string, RuleKeys> }
export type TrainOptions = { seed: number; randomPairs?: number; pairsPerRule?: number }

/** The table as the engine works on it; with `other`, only pairs across the two lists are looked for. */
export const prepare = (plan: Plan, table: Table | Packed, other?: Table | Packed): Prepared => ({
  plan,
  columns: encode(kindsOf(plan), table, other),
  keys: new Map(),
})

export function blocksOf({ columns, keys }: Prepared, rules: BlockingRule[]): RuleKeys[] {
  return rules.map((rule) => {
    const text = JSON.stringify(rule)
    const made = keys.get(text) ?? keysOfRule(columns, rule, 'dropped')
    keys.set(text, made)
    return made
  })
}

/** What every step of learning needs; the steps stand alone, so that threads can share them. */
export type Lesson = { prepared: Prepared; shares: KnownShares; compared: Compared[]; drawn: Drawn; pairsPerRule: number }

export function lessonOn(prepared: Prepared, shares: KnownShares, { seed, randomPairs = 250_000, pairsPerRule = 200_000 }: TrainOptions): Lesson {
  const { plan, columns } = prepared
  const compared = compare(columns, plan.comparisons, sharesFor(columns, shares))
  return { prepared, shares, compared, drawn: drawPairs(columns, Math.min(randomPairs, columns.size ** 2), seed), pairsPerRule }
}

/** How strangers agree by chance, in one comparison. */
export function chanceOf({ compared, drawn }: Lesson, i: number): Chance {
  const one = compared[i]!
  return one.chance?.(drawn) ?? countedChance(one, drawn)
}

/** Rules on whose pairs something is learned: of one person, and of people of one household. */
export function rulesToLearn({ rules, learnOn, household = [] }: Plan): { same: BlockingRule[]; household: BlockingRule[] } {
  return { same: rules.filter(({ name }) => learnOn?.includes(name) ?? true), household }
}

/** How often two rows of the rule's groups agree in which way. Only what the rule does not demand is compared: the rest says nothing here. */
export function patternsOf({ prepared, compared, pairsPerRule }: Lesson, rule: BlockingRule): Patterns {
  const { pack } = packing(compared, freeOf(rule, compared))
  const blocks = blocksOf(prepared, [rule])
  const share = Math.min(1, pairsPerRule / Math.max(1, pairsIn(blocks[0]!)))
  const counts = new Map<number, number>()
  const look = (a: number, b: number) => {
    const pattern = pack(a, b)
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  eachPair(blocks, prepared.columns.border, look, drawnGroups(share))
  return { patterns: Float64Array.from(counts.keys()), counts: Float64Array.from(counts.values()), share }
}

/** `household`: what was learned on the household rules, where one person's agreement is learned; null where it is the household's own. */
type Asked = { rule: BlockingRule; seen: Patterns; chance: Chance[]; household: readonly Agreement[] | null }

export function agreementOf({ prepared, compared }: Lesson, { rule, seen, chance, household }: Asked): Agreement {
  const free = freeOf(rule, compared)
  const { levelAt } = packing(compared, free)
  const kin = household && household.length > 0 ? kinOf(compared, rulesToLearn(prepared.plan).household, household, chance) : null
  const { same, others } = expectAgreement(seen, levelAt, { compared, chance, free, kin })
  return { same: { ...same, pairs: same.pairs / seen.share }, others: { ...others, pairs: others.pairs / seen.share } }
}

const freeOf = (rule: BlockingRule, compared: Compared[]): boolean[] => {
  const demanded = new Set(rule.parts.flatMap((part) => part.columns))
  return compared.map((one) => !one.columns.some((column) => demanded.has(column)))
}

/** How many pairs satisfy a rule that hardly ever holds for two people. */
export function certainPairs(prepared: Prepared): number {
  let certain = 0
  eachPair(blocksOf(prepared, prepared.plan.certain.rules), prepared.columns.border, () => certain++)
  return certain
}

/** How two people of one household agree. */
function kinOf(compared: Compared[], rules: BlockingRule[], household: readonly Agreement[], chance: Chance[]): number[][] {
  const others = averaged(
    rules.map((rule, i) => ({ rule, ...household[i]!.others })),
    compared,
  )
  return compared.map(({ kinAtLeast }, i) => (others[i] ?? chance[i]!.u).map((learned, level) => Math.max(learned, kinAtLeast[level]!)))
}

/** `same` and `household`: agreement on the pairs of each rule that something is learned on, in their order. */
export type Learned = { chance: Chance[]; same: Agreement[]; household: Agreement[]; certain: number }

export function modelOf({ prepared, shares, compared }: Lesson, { chance, same, household, certain }: Learned): Model {
  const { plan, columns } = prepared
  const rules = rulesToLearn(plan)
  const warnings: ModelWarning[] = []
  const persons = averaged(
    rules.same.map((rule, i) => ({ rule, ...same[i]!.same })),
    compared,
  )
  const m = compared.map(({ name, start }, i) => {
    if (persons[i]) return persons[i]
    warnings.push({ code: 'linkage.not-learned', facts: { comparison: name } })
    return start
  })
  const kin = kinOf(compared, rules.household, household, chance)
  if (certain === 0) warnings.push({ code: 'linkage.prior-guessed', facts: { rows: columns.size } })
  return {
    plan,
    comparisons: compared.map(({ name, levels, atMostBits }, i) => {
      const { u, typical, kinTypical = levels.map(() => 1) } = chance[i]!
      return { name, levels, m: m[i]!, u, kin: kin[i]!, typical, kinTypical, atMostBits }
    }),
    // Pairs that satisfy a certain rule, over the share of true pairs that such rules find, over all pairs.
    prior: Math.min(0.5, Math.max(1, certain / plan.certain.recall) / allPairs(columns)),
    kinship: household[0] ? kinshipBy({ rule: rules.household[0]!, ...household[0].others }, columns, compared, kin) : 0,
    shares,
    warnings,
  }
}

export function train(prepared: Prepared, options: TrainOptions): Model {
  const lesson = lessonOn(prepared, countShares(prepared.columns), options)
  const rules = rulesToLearn(prepared.plan)
  const chance = lesson.compared.map((_, i) => chanceOf(lesson, i))
  const learn = (household: Agreement[] | null) => (rule: BlockingRule) => agreementOf(lesson, { rule, seen: patternsOf(lesson, rule), chance, household })
  const household = rules.household.map(learn(null))
  const same = rules.same.map(learn(household))
  return modelOf(lesson, { chance, same, household, certain: certainPairs(prepared) })
}

function drawPairs({ size, border }: Columns, count: number, seed: number): Drawn {
  const random = seeded(seed)
  const [a, b] = [new Int32Array(size > 1 ? count : 0), new Int32Array(size > 1 ? count : 0)]
  for (let i = 0; i < a.length; i++) {
    a[i] = Math.floor(random() * (border ?? size))
    do b[i] = (border ?? 0) + Math.floor(random() * (size - (border ?? 0)))
    while (b[i] === a[i])
  }
  return { a, b }
}

/** A share of the groups, chosen by their keys: a few hundred thousand pairs are alike enough that the rest changes nothing, and the same groups are drawn each time. */
const drawnGroups = (share: number) => (key: number) => share >= 1 || together(key, 1) < share * 2 ** 32

/** Chances of each comparison over all rules that leave it free, weighted by the pairs found; null where none does. */
function averaged(learned: { rule: BlockingRule; pairs: number; chances: number[][] }[], compared: Compared[]): (number[] | null)[] {
  return compared.map(({ columns, levels }, i) => {
    const free = learned.filter(({ rule, pairs }) => pairs > 0 && !rule.parts.some((part) => part.columns.some((column) => columns.includes(column))))
    const weight = free.reduce((sum, { pairs }) => sum + pairs, 0)
    return weight > 0 ? levels.map((_, level) => free.reduce((sum, { pairs, chances }) => sum + (chances[i]![level]! * pairs) / weight, 0)) : null
  })
}

/** Chance that two people are of one household: the pairs that the rule shows, over how often a household satisfies it, over all pairs. */
function kinshipBy(household: { rule: BlockingRule; pairs: number }, columns: Columns, compared: Compared[], kin: number[][]): number {
  const [column] = household.rule.parts[0]!.columns
  const shared = kin[compared.findIndex((one) => one.columns.includes(column!))]?.at(-1) ?? 1
  const known = knownIn(columns, columns.byName.get(column!)!) / Math.max(1, columns.size)
  return Math.min(0.5, household.pairs / Math.max(0.05, shared * known ** 2) / allPairs(columns))
}

const allPairs = ({ size, border }: Columns) => Math.max(2, border === null ? (size * (size - 1)) / 2 : border * (size - border))

export const tooLarge = (leftOut: LeftOut[]): ModelWarning[] =>
  leftOut.filter(({ groups }) => groups > 0).map((facts) => ({ code: 'linkage.group-too-large', facts }))
