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
import { countShares, sharesFor } from './shares.ts'
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

export function train(prepared: Prepared, { seed, randomPairs = 250_000, pairsPerRule = 200_000 }: TrainOptions): Model {
  const { plan, columns } = prepared
  const shares = countShares(columns)
  const compared = compare(columns, plan.comparisons, sharesFor(columns, shares))
  const drawn = drawPairs(columns, Math.min(randomPairs, columns.size ** 2), seed)
  const chance = compared.map((one) => one.chance?.(drawn) ?? countedChance(one, drawn))
  const warnings: ModelWarning[] = []
  const learning = { prepared, compared, chance, pairsPerRule }
  const learnOn = plan.rules.filter(({ name }) => plan.learnOn?.includes(name) ?? true)
  const same = averaged(
    learnOn.map((rule) => ({ rule, ...learnedBy(rule, learning).same })),
    compared,
  )
  const m = compared.map(({ name, start }, i) => {
    if (same[i]) return same[i]
    warnings.push({ code: 'linkage.not-learned', facts: { comparison: name } })
    return start
  })
  const household = (plan.household ?? []).map((rule) => ({ rule, ...learnedBy(rule, learning).others }))
  const others = averaged(household, compared)
  const kin = compared.map(({ kinAtLeast }, i) => (others[i] ?? chance[i]!.u).map((learned, level) => Math.max(learned, kinAtLeast[level]!)))
  return {
    plan,
    comparisons: compared.map(({ name, levels, atMostBits }, i) => {
      const { u, typical, kinTypical = levels.map(() => 1) } = chance[i]!
      return { name, levels, m: m[i]!, u, kin: kin[i]!, typical, kinTypical, atMostBits }
    }),
    prior: priorOf(prepared, warnings),
    kinship: household[0] ? kinshipBy(household[0], columns, compared, kin) : 0,
    shares,
    warnings,
  }
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

type Learning = { prepared: Prepared; compared: Compared[]; chance: Chance[]; pairsPerRule: number }

/** Only what the rule does not demand is compared: the rest says nothing here. */
function learnedBy(rule: BlockingRule, { prepared, compared, chance, pairsPerRule }: Learning): Agreement {
  const demanded = new Set(rule.parts.flatMap((part) => part.columns))
  const free = compared.map((one) => !one.columns.some((column) => demanded.has(column)))
  const { pack, levelAt } = packing(compared, free)
  const blocks = blocksOf(prepared, [rule])
  const share = Math.min(1, pairsPerRule / Math.max(1, pairsIn(blocks[0]!)))
  const counts = new Map<number, number>()
  const look = (a: number, b: number) => {
    const pattern = pack(a, b)
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  eachPair(blocks, prepared.columns.border, look, drawnGroups(share))
  const seen: Patterns = { patterns: Float64Array.from(counts.keys()), counts: Float64Array.from(counts.values()) }
  const { same, others } = expectAgreement(seen, levelAt, compared, chance, free)
  return { same: { ...same, pairs: same.pairs / share }, others: { ...others, pairs: others.pairs / share } }
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

/** Pairs that satisfy a certain rule, over the share of true pairs that such rules find, over all pairs. */
function priorOf(prepared: Prepared, warnings: ModelWarning[]): number {
  const { columns, plan } = prepared
  const { rules, recall } = plan.certain
  let certain = 0
  eachPair(blocksOf(prepared, rules), columns.border, () => certain++)
  if (certain === 0) warnings.push({ code: 'linkage.prior-guessed', facts: { rows: columns.size } })
  return Math.min(0.5, Math.max(1, certain / recall) / allPairs(columns))
}

const allPairs = ({ size, border }: Columns) => Math.max(2, border === null ? (size * (size - 1)) / 2 : border * (size - border))

export const tooLarge = (leftOut: LeftOut[]): ModelWarning[] =>
  leftOut.filter(({ groups }) => groups > 0).map((facts) => ({ code: 'linkage.group-too-large', facts }))
