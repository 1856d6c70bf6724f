/** Which registered people may be one person: every pair that the rules find, weighed and explained line by line. Pure; only suggestions come of it. */
import { type Evidence, explainer, type ListPair, prepare, score, type Table } from '../../engines/linkage/index.ts'
import { personPlan } from './personPlan.ts'
import { modelFor, type Weights } from './weights.ts'

/** `households`: of each row, by its number; people of one household were seen side by side. */
export type PairsAsked = { table: Table; households: readonly string[]; weights: Weights; fromBits: number }
export type WeighedPair = { a: number; b: number; weightBits: number; evidence: Evidence[] }

export function weighPairs({ table, households, weights, fromBits }: PairsAsked): WeighedPair[] {
  if (table.size < 2) return []
  const prepared = prepare(personPlan, table)
  const model = modelFor(weights, prepared)
  const explain = explainer(model, prepared)
  const found: WeighedPair[] = []
  const { a, b, weightBits, length } = score(model, prepared, { fromBits })
  for (let i = 0; i < length; i++) {
    const [one, other] = [a[i]!, b[i]!]
    if (households[one] !== households[other]) found.push({ a: one, b: other, weightBits: weightBits[i]!, evidence: explain(one, other) })
  }
  return found
}

/** Two lists, a partner's and the register. */
export type ListsAsked = { first: Table; second: Table; weights: Weights; fromBits: number }

export function pairsAcross({ first, second, weights, fromBits }: ListsAsked): ListPair[] {
  if (first.size === 0 || second.size === 0) return []
  const prepared = prepare(personPlan, first, second)
  return [...score(modelFor(weights, prepared), prepared, { fromBits })].map(({ a, b, weightBits }) => ({ a, b, weightBits }))
}
