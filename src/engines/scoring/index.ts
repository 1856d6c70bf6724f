/** The door of scores, ranked lists and the look at who was left out. */
export { type ComparedSet, compareSets } from './compareSets.ts'
export { type Candidate, fairness, type GroupRate, type Judged, lotteryKey, type Ranked, rank, type TiePolicy } from './rank.ts'
export {
  type Answers,
  type Criterion,
  compareModels,
  type Model,
  protectedCriteria,
  type Score,
  scoreOf,
  simulate,
  type Tier,
} from './score.ts'
