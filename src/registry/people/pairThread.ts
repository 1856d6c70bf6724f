/** Weighing pairs beside the server: who of a list may be one person, and who of one list may stand on another. Only suggestions come of it. */
import type { ListPair, ReadColumns } from '../../engines/linkage/index.ts'
import { findPairs } from './findPairs.ts'
import { type PairCrew, startCrew } from './pairCrew.ts'
import { personPlan } from './personPlan.ts'
import { type ListsAsked, type PairsAsked, pairsAcross, type WeighedPair, weighPairs } from './weighPairs.ts'
import { modelFor, type Weights } from './weights.ts'

/** So few take less than the threads' own beginning. */
const atOnce = 300

async function withCrew<T>(work: (crew: PairCrew) => Promise<T>): Promise<T> {
  const crew = startCrew()
  try {
    return await work(crew)
  } finally {
    await crew.end()
  }
}

export const byWeights = (weights: Weights) => (read: ReadColumns) => modelFor(weights, { ...read, plan: personPlan }, read.shares)

export async function weighApart(asked: PairsAsked): Promise<WeighedPair[]> {
  const { table, households, weights, fromBits } = asked
  if (table.size <= atOnce) return weighPairs(asked)
  return withCrew(async (crew) => {
    const found = await findPairs(crew, { first: table, fromBits, modelFor: byWeights(weights) })
    const apart = Array.from({ length: found.length }, (_, i) => i).filter((i) => households[found.a[i]!] !== households[found.b[i]!])
    const [a, b] = [Int32Array.from(apart, (i) => found.a[i]!), Int32Array.from(apart, (i) => found.b[i]!)]
    const evidence = await found.explain(a, b)
    return apart.map((i, at): WeighedPair => ({ a: a[at]!, b: b[at]!, weightBits: found.weightBits[i]!, evidence: evidence[at]! }))
  })
}

/** Two lists: rows of the first against rows of the second, by whose size and names chance and rarity are judged. */
export async function acrossApart(asked: ListsAsked): Promise<ListPair[]> {
  const { first, second, weights, fromBits } = asked
  if (first.size + second.size <= atOnce) return pairsAcross(asked)
  return withCrew(async (crew) => {
    const { length, a, b, weightBits } = await findPairs(crew, { first, second, fromBits, modelFor: byWeights(weights) })
    return Array.from({ length }, (_, i) => ({ a: a[i]!, b: b[i]! - first.size, weightBits: weightBits[i]! }))
  })
}
