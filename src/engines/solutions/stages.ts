/**
 * Building a house by stages: what an inspection says of a stage, how far a programme is, and how often a stage passes at the first look. A house counts as built when it
 * is handed over and never before (durable solutions specification, 3.2 and 4.1 to 4.3).
 */

/** In the order of building; the weights of the stages are data of the country. */
export const buildingStages = ['foundation', 'frame', 'roof', 'finished', 'inspected'] as const
export type BuildingStage = (typeof buildingStages)[number]
export type StageWeights = Readonly<Record<BuildingStage, number>>

export const itemAnswers = ['pass', 'fail', 'not_applicable', 'not_seen'] as const
export type CheckedItem = { code: string; vital: boolean; answer: (typeof itemAnswers)[number] }
/** `failed`: codes of the items that keep the stage closed. */
export type InspectionResult = { passed: boolean; failed: string[] }

/** Computed, never typed: one failed item fails the stage, and a vital item that nobody saw is a failed one. Nothing checked is nothing passed. */
export function inspectionResult(items: readonly CheckedItem[]): InspectionResult {
  const failed = items.filter(({ answer, vital }) => answer === 'fail' || (answer === 'not_seen' && vital)).map(({ code }) => code)
  const looked = items.some(({ answer }) => answer === 'pass')
  return { passed: looked && failed.length === 0, failed }
}

export type Progress = {
  /** 0 to 100; null without any house: nothing was to be built. */
  percent: number | null
  houses: number
  handedOver: number
  /** How many passed each stage. */
  passed: Record<BuildingStage, number>
}

/** Stages passed weigh as agreed; a house that is not begun stands in the sum with nothing. */
export function programmeProgress({ houses, handedOver, passed }: Omit<Progress, 'percent'>, weights: StageWeights): Progress {
  const whole = buildingStages.reduce((sum, stage) => sum + weights[stage], 0)
  const done = buildingStages.reduce((sum, stage) => sum + weights[stage] * passed[stage], 0)
  return { percent: houses === 0 || whole <= 0 ? null : (100 * done) / (whole * houses), houses, handedOver, passed }
}

/** `rate` null: nobody has looked yet. */
export type FirstPass = { first: number; passed: number; rate: number | null }

/** Of the first inspections of each house at one stage, those that passed. */
export function firstPass(firstInspections: readonly { passed: boolean }[]): FirstPass {
  const passed = firstInspections.filter((one) => one.passed).length
  return { first: firstInspections.length, passed, rate: firstInspections.length === 0 ? null : passed / firstInspections.length }
}
