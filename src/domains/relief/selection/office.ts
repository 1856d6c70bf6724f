/**
 * Who chooses, who looks on and who sees what a household answered. A run is led in the area of the list or by the cluster; answers about a household are personal
 * and open to those cleared for it alone. Whoever keeps goods sees none of it (relief specification, 8).
 */
import type { Policy, Role } from '../../../kernel/index.ts'

export const selectionRunners = ['coordinator', 'dataOfficer', 'clusterCoordinator'] as const satisfies readonly Role[]
export const selectionApprovers = ['clusterCoordinator', 'chief'] as const satisfies readonly Role[]

export const selectionReads = { coordinator: 'area', dataOfficer: 'area', clusterCoordinator: 'all', chief: 'all', monitoring: 'all' } as const
/** Answers, points, appeals and what neighbours said. */
export const householdReads = { dataOfficer: 'area', clusterCoordinator: 'all' } as const

export const looking: Policy = { who: ['coordinator', 'dataOfficer', 'clusterCoordinator', 'chief', 'monitoring'], class: 2 }
export const running: Policy = { who: selectionRunners, class: 2 }
export const seeingHouseholds: Policy = { who: ['dataOfficer', 'clusterCoordinator'], class: 3 }
