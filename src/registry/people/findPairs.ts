/**
 * Who on a list, or on two, may be one person: found by two threads beside the server. A camp's whole list takes a moment, a country's some seconds, and nobody's
 * page or form waits for it.
 */
import { setImmediate as turn } from 'node:timers/promises'
import {
  type Agreement,
  type BlockingRule,
  type Chance,
  columnsApart,
  type Evidence,
  joinColumns,
  joinPairs,
  type Lists,
  type Model,
  numbersOf,
  type Packed,
  type PairColumns,
  type Patterns,
  packing,
  type ReadColumns,
  rulesToLearn,
  type Table,
} from '../../engines/linkage/index.ts'
import type { Ask, PairCrew } from './pairCrew.ts'
import type { Learnt, RuleSeen, Scored } from './pairSteps.ts'
import { personPlan } from './personPlan.ts'

export type Found = Scored & { model: Model; explain(a: Int32Array, b: Int32Array): Promise<Evidence[][]> }
/** Weights that are known, by what the lists hold, or learned from the lists themselves. */
type Asked = { first: Table; second?: Table; fromBits: number; modelFor: ((read: ReadColumns) => Model) | 'learn' }

const room = (bytes: number) => new SharedArrayBuffer(bytes)

/** A few thousand cells at a time, so that a request has its turn meanwhile. */
async function packed(table: Table): Promise<Packed> {
  const steps = packing(table, room)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    await turn()
  }
}

async function readLists(crew: PairCrew, lists: Lists): Promise<ReadColumns> {
  const codes = new Int32Array(room(4 * numbersOf(personPlan, lists)))
  const pieces = columnsApart(personPlan).map((columns) => (ask: Ask) => ask('read', { plan: personPlan, lists, columns, codes }))
  return joinColumns(await crew.share(pieces))
}

/** The pairs of a list, or across two, that weigh enough. */
export async function findPairs(crew: PairCrew, { first, second, fromBits, modelFor }: Asked): Promise<Found> {
  const read = await readLists(crew, { first: await packed(first), second: second && (await packed(second)) })
  const known = modelFor === 'learn' ? null : modelFor(read)
  const shares = known?.shares ?? read.shares
  await crew.each((ask) => ask('hold', { ...read, shares, plan: personPlan, seed: 1 }))
  const learnOn = known ? [] : rulesToLearn(personPlan).same
  const rules = await crew.share(personPlan.rules.map((rule) => (ask: Ask) => ask('rule', { rule, isLearnt: learnOn.includes(rule) })))
  const { shares: _, ...model } = known ?? { shares, ...(await learn(crew, rules)) }
  const keys = rules.map((rule) => rule.keys)
  const parts = await crew.each((ask, at) => ask('score', { model, keys, fromBits, part: { at, of: crew.size } }))
  return {
    ...parts.reduce<PairColumns>(joinPairs, { length: 0, a: new Int32Array(0), b: new Int32Array(0), weightBits: new Float32Array(0) }),
    comparedPairs: parts.reduce((sum, { comparedPairs }) => sum + comparedPairs, 0),
    warnings: parts[0]!.warnings,
    model: { ...model, shares },
    async explain(a, b) {
      const half = Math.ceil(a.length / crew.size)
      const explained = await crew.each((ask, at) => ask('explain', { model, a: a.slice(at * half, (at + 1) * half), b: b.slice(at * half, (at + 1) * half) }))
      return explained.flat()
    },
  }
}

async function learn(crew: PairCrew, seen: readonly RuleSeen[]): Promise<Learnt> {
  const { same, household } = rulesToLearn(personPlan)
  let certain = 0
  const [chance, patterns]: [Chance[], Patterns[]] = [[], []]
  const strangers = personPlan.comparisons.map((_, i) => async (ask: Ask) => void (chance[i] = await ask('chance', i)))
  const kin = household.map((rule, i) => async (ask: Ask) => void (patterns[i] = await ask('patterns', rule)))
  await crew.share([async (ask) => void (certain = await ask('certain', null)), ...kin, ...strangers])
  const agreements = (rules: BlockingRule[], pairs: Patterns[], kin: Agreement[] | null) =>
    crew.share(rules.map((rule, i) => (ask: Ask) => ask('agreement', { rule, patterns: pairs[i]!, chance, kin })))
  const ofKin = await agreements(household, patterns, null)
  const persons = seen.flatMap((one) => one.patterns ?? [])
  const learned = { chance, same: await agreements(same, persons, ofKin), household: ofKin, certain }
  const [model] = await crew.share([(ask) => ask('model', learned)])
  return model!
}
