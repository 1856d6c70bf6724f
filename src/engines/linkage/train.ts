/**
 * Learning from a table without any answers: how often true pairs and strangers agree, level by level. u from random pairs; m by expectation and
 * maximisation on the pairs of one rule at a time, where what the rule itself demands is left out (Winkler 1988, 2000); how common duplicates are
 * from rules that hardly ever hold for two people, because all blocks together overstate it.
 */
import { eachPair, keysOfRule, type LeftOut, type RuleKeys } from './blocks.ts'
import { compare, packing } from './compare.ts'
import { type Chance, type Compared, countedChance, type Drawn } from './compared.ts'
import { nothing } from './dictionary.ts'
import { type Agreement, expectAgreement, type Patterns } from './expectation.ts'
import { seeded } from './hash.ts'
import type { Model, ModelWarning } from './model.ts'
import { type BlockingRule, kindsOf, type Plan } from './plan.ts'
import { countShares, sharesFor } from './shares.ts'
import { type Columns, encode, type Table } from './table.ts'

/** `keys`: block keys that were already worked out, by the rule as text, so that training and scoring do it once. */
export type Prepared = { plan: Plan; columns: Columns; keys: Map<string, RuleKeys> }
export type TrainOptions = { seed: number; randomPairs?: number; pairsPerRule?: number }

/** The table as the engine works on it; with `other`, only pairs across the two lists are looked for. */
export const prepare = (plan: Plan, table: Table, other?: Table): Prepared => ({
  plan,
  columns: encode(kindsOf(plan), table, other),
  keys: new Map(),
})

export function blocksOf({ columns, keys }: Prepared, rules: BlockingRule[]): RuleKeys[] {
  return rules.map((rule) => {
    const text = JSON.stringify(rule)
    const made = keys.get(text) ?? keysOfRule(columns, rule)
    keys.set(text, made)
    return made
  })
}

export function train(prepared: Prepared, { seed, randomPairs = 250_000, pairsPerRule = 1_000_000 }: TrainOptions): Model {
  const { plan, columns } = prepared
  const shares = countShares(columns)
  const compared = compare(columns, plan.comparisons, sharesFor(columns, shares))
  const drawn = drawPairs(columns, Math.min(randomPairs, columns.size ** 2), seed)
  const chance = compared.map((one) => one.chance?.(drawn) ?? countedChance(one, drawn))
  const warnings: ModelWarning[] = []
  const learning = { prepared, compared, chance, pairsPerRule }
  const same = learnFrom(
    plan.rules.filter(({ name }) => plan.learnOn?.includes(name) ?? true),
    'same',
    learning,
  )
  const m = compared.map(({ name, start }, i) => {
    if (same[i]) return same[i]
    warnings.push({ code: 'linkage.not-learned', facts: { comparison: name } })
    return start
  })
  const household = learnFrom(plan.household ?? [], 'others', learning)
  const kin = chance.map(({ u }, i) => household[i] ?? u)
  return {
    plan,
    comparisons: compared.map(({ name, levels, atMostBits }, i) => {
      const { u, typical, kinTypical = levels.map(() => 1) } = chance[i]!
      return { name, levels, m: m[i]!, u, kin: kin[i]!, typical, kinTypical, atMostBits }
    }),
    prior: priorOf(prepared, warnings),
    kinship: plan.household?.[0] ? kinshipBy(plan.household[0], learning, kin) : 0,
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

function learnedBy(rule: BlockingRule, { prepared, compared, chance, pairsPerRule }: Learning): Agreement {
  const { pack, levelAt } = packing(compared)
  const demanded = new Set(rule.parts.flatMap((part) => part.columns))
  const free = compared.map((one) => !one.columns.some((column) => demanded.has(column)))
  const seen = patternsOf(pairsPerRule, (visit) => eachPair(blocksOf(prepared, [rule]), prepared.columns.border, (a, b) => visit(pack(a, b))))
  return expectAgreement(seen, levelAt, compared, chance, free)
}

/** Chances of each comparison over all rules that leave it free, weighted by the pairs found; null where none does. */
function learnFrom(rules: BlockingRule[], which: 'same' | 'others', learning: Learning): (number[] | null)[] {
  const found = rules.map((rule) => ({ demanded: new Set(rule.parts.flatMap((part) => part.columns)), ...learnedBy(rule, learning)[which] }))
  return learning.compared.map(({ columns, levels }, i) => {
    const free = found.filter(({ demanded, pairs }) => pairs > 0 && !columns.some((column) => demanded.has(column)))
    const weight = free.reduce((sum, { pairs }) => sum + pairs, 0)
    return weight > 0 ? levels.map((_, level) => free.reduce((sum, { pairs, chances }) => sum + (chances[i]![level]! * pairs) / weight, 0)) : null
  })
}

/** Pairs of one household over all pairs: those that the rule shows, over how often a household satisfies it. */
function kinshipBy(rule: BlockingRule, learning: Learning, kin: number[][]): number {
  const { compared } = learning
  const { columns } = learning.prepared
  const [column] = rule.parts[0]!.columns
  const shared = kin[compared.findIndex((one) => one.columns.includes(column!))]?.at(-1) ?? 1
  const codes = columns.byName.get(column!)!.codes.subarray(0, columns.size)
  const known = codes.reduce((count, code) => count + (code === nothing ? 0 : 1), 0) / Math.max(1, columns.size)
  const pairs = learnedBy(rule, learning).others.pairs / Math.max(0.05, shared * known ** 2)
  return Math.min(0.5, pairs / allPairs(columns))
}

/** Different patterns with their counts, of the first `most` pairs: a few million pairs are alike enough that the rest changes nothing. */
function patternsOf(most: number, run: (visit: (pattern: number) => void) => void): Patterns {
  const counts = new Map<number, number>()
  let pairs = 0
  run((pattern) => {
    if (pairs++ < most) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  })
  return { patterns: Float64Array.from(counts.keys()), counts: Float64Array.from(counts.values()) }
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
