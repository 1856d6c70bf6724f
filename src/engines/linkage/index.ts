/** Record linkage: the same person, twice? Suggestions for people to decide on; nothing here merges anybody or refuses anybody aid. */
export { type Band, bandOf, type Thresholds } from './bands.ts'
export { keysOfRule, type RuleKeys } from './blocks.ts'
export { cluster } from './cluster.ts'
export type { Chance } from './compared.ts'
export { type DocumentFlag, type DocumentRefusal, documentFlags } from './documents.ts'
export type { Agreement, Patterns } from './expectation.ts'
export { type Evidence, explain, explainer } from './explain.ts'
export { type LearnedLevels, type Model, type ModelWarning, posterior } from './model.ts'
export { append, candidates, explainAsked, type Index, index, indexByOwnShares, type Match } from './online.ts'
export { packing } from './pack.ts'
export { columnsApart, joinColumns, type Lists, numbersOf, type ReadColumns, readColumns } from './parts.ts'
export type { BlockingRule, Comparison, KeyPart, Plan, Take } from './plan.ts'
export { type ListPair, type Reconciled, reconcile } from './reconcile.ts'
export { joinPairs, type PairColumns, type ScoredPair, type ScoredPairs, score } from './score.ts'
export { countShares, everyValueOnceIn, type KnownShares } from './shares.ts'
export type { Packed, Row, Table } from './table.ts'
export {
  agreementOf,
  certainPairs,
  chanceOf,
  type Learned,
  type Lesson,
  lessonOn,
  modelOf,
  type Prepared,
  patternsOf,
  prepare,
  rulesToLearn,
  type TrainOptions,
  train,
} from './train.ts'
