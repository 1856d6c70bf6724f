/** The door of durable solutions: stages of building, comparison with hosts, shares that sum to the whole, the modality note. */
export {
  type Composite,
  type CompositeModel,
  type CriterionGap,
  composite,
  criterionGap,
  type Share,
  type SolutionCriterion,
  solutionCriteria,
} from './criteria.ts'
export { type MarketFacts, type ModalityNote, modalityNote } from './modality.ts'
export {
  checkedItems,
  type GoodExample,
  houseAfter,
  keyOfRoundFact,
  type RoundAnswer,
  type RoundChecklist,
  type RoundContents,
  type RoundDefect,
  type RoundFact,
  type RoundHouse,
  type RoundItem,
  type RoundKind,
  roundFactText,
  roundKinds,
  stageNow,
  walkingOrder,
  wayForward,
} from './round.ts'
export { printedShares, shelterRungs, type YearAfter, type YearCheck, type YearOutcome, yearAfter, yearOutcomes } from './shares.ts'
export {
  type BuildingStage,
  buildingStages,
  type CheckedItem,
  type FirstPass,
  firstPass,
  type InspectionResult,
  inspectionResult,
  itemAnswers,
  type Progress,
  programmeProgress,
  type StageWeights,
} from './stages.ts'
