/** The stages of building in their order. */
import type { BuildingStage } from '../../api/solutions.ts'

export const buildingStages: readonly BuildingStage[] = ['foundation', 'frame', 'roof', 'finished', 'inspected']
