/** What was learned, as plain data: it can be stored, shown, and applied to another table. Bits are logarithms to base 2 of chance among true pairs over chance among strangers. */
import type { Plan } from './plan.ts'
import type { KnownShares } from './shares.ts'

export type LearnedLevels = {
  name: string
  levels: string[]
  /** Chance of each level for one person met twice, for two strangers, and for two people of one household. */
  m: number[]
  u: number[]
  kin: number[]
  /** Shares of a value by which a level's evidence against strangers, and against the household, is unchanged. */
  typical: number[]
  kinTypical: number[]
  atMostBits: number
}
export type Model = {
  plan: Plan
  comparisons: LearnedLevels[]
  /** Chance that two rows drawn at random are the same person. */
  prior: number
  /** Chance that two different people drawn at random are of one household; 0 where the plan knows no households. */
  kinship: number
  shares: KnownShares
  warnings: ModelWarning[]
}
export type ModelWarning =
  /** A group of alike keys was too large to compare: pairs that only this rule finds are missed. */
  | { code: 'linkage.group-too-large'; facts: { rule: string; groups: number; rows: number } }
  /** No rule gave pairs to learn this comparison from: it keeps the chances that it started with. */
  | { code: 'linkage.not-learned'; facts: { comparison: string } }
  /** No pair satisfied the certain rules, so that how common duplicates are is a guess of one in the table. */
  | { code: 'linkage.prior-guessed'; facts: { rows: number } }

export const bitsOf = (m: number, u: number): number => Math.log2(m / u)
/** Bits before anything is compared. */
export const priorBits = (prior: number): number => Math.log2(prior / (1 - prior))
export const posterior = (bits: number): number => 1 / (1 + 2 ** -bits)
