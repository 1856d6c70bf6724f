/**
 * Whether new weights would tell the pairs that people have decided better apart than the old ones. Honest by halves: weights and threshold come from one half of the
 * decided pairs, the figure from the other. Only pairs that looked alike were ever shown to people, so the figure speaks of those alone.
 */
import { learned, type Weights } from '../../../registry/people/index.ts'
import type { FieldEvidence } from './duplicates.ts'

export type DecidedPair = { state: 'same' | 'different'; evidence: FieldEvidence[]; modelVersion: number }
export type Judged = { fromBits: number; precision: number; recall: number; f1: number }
/** How many pairs the figures rest upon. */
export type Trial = { same: number; different: number; before: Judged; after: Judged }

export const levelsOf = ({ evidence }: Pick<DecidedPair, 'evidence'>): ReadonlyMap<string, string> =>
  new Map(evidence.map(({ comparison, level }) => [comparison, level]))

function levelBits({ comparisons }: Weights, name: string, level: string): number {
  const known = comparisons.find((each) => each.name === name)
  const at = known?.levels.indexOf(level) ?? -1
  // The first level is "one of them does not say": it speaks for nothing.
  return known && at > 0 ? Math.log2(known.m[at]! / known.u[at]!) : 0
}

/** What rarity and kinship gave stays as it was found; only the worth of the levels changes. */
const weightUnder = (pair: DecidedPair, found: Weights, weights: Weights): number =>
  pair.evidence.reduce((sum, { comparison, level, bits }) => sum + bits + levelBits(weights, comparison, level) - levelBits(found, comparison, level), 0)

type Weighed = { isSame: boolean; bits: number }

function judge(pairs: readonly Weighed[], fromBits: number): Judged {
  const taken = pairs.filter(({ bits }) => bits >= fromBits)
  const right = taken.filter(({ isSame }) => isSame).length
  const all = pairs.filter(({ isSame }) => isSame).length
  const precision = taken.length > 0 ? right / taken.length : 0
  const recall = right / all
  return { fromBits, precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

/** The lowest of the best, so that nobody is overlooked for a tie. */
const bestThreshold = (pairs: readonly Weighed[]): number =>
  [...pairs]
    .sort((a, b) => a.bits - b.bits)
    .reduce((best, { bits }) => (judge(pairs, bits).f1 > best.f1 ? judge(pairs, bits) : best), judge(pairs, pairs[0]!.bits)).fromBits

/** Null: one half would have no pair of one kind, and a figure would be an invention. */
export function tryOnDecided(decided: readonly DecidedPair[], before: Weights, byVersion: ReadonlyMap<number, Weights>): Trial | null {
  const kinds = [decided.filter(({ state }) => state === 'same'), decided.filter(({ state }) => state === 'different')]
  if (kinds.some(({ length }) => length < 2)) return null
  const half = (odd: 0 | 1) => kinds.flatMap((kind) => kind.filter((_, i) => i % 2 === odd))
  const [learnedFrom, triedOn] = [half(0), half(1)]
  const taught = learned(before, learnedFrom.filter(({ state }) => state === 'same').map(levelsOf), before.version + 1)
  const weighed = (pairs: readonly DecidedPair[], weights: Weights): Weighed[] =>
    pairs.map((pair) => ({ isSame: pair.state === 'same', bits: weightUnder(pair, byVersion.get(pair.modelVersion) ?? before, weights) }))
  const under = (weights: Weights) => judge(weighed(triedOn, weights), bestThreshold(weighed(learnedFrom, weights)))
  const tried = (state: DecidedPair['state']) => triedOn.filter((pair) => pair.state === state).length
  return { same: tried('same'), different: tried('different'), before: under(before), after: under(taught) }
}
