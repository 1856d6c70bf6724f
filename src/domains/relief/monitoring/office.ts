/** Who asks households after a distribution, who enters their answers, and who reads what they said. */
import type { Policy, Role } from '../../../kernel/index.ts'

export const monitoringLeads = ['monitoring', 'clusterCoordinator', 'dataOfficer'] as const satisfies readonly Role[]
const visitors = ['enumerator', ...monitoringLeads] as const satisfies readonly Role[]
export const monitoringReads = {
  enumerator: 'area',
  coordinator: 'area',
  dataOfficer: 'area',
  clusterCoordinator: 'all',
  chief: 'all',
  monitoring: 'all',
} as const
/** What a household answered; everybody else reads the results. */
export const answerReads = { dataOfficer: 'area', clusterCoordinator: 'all' } as const

const lookers = ['coordinator', 'dataOfficer', 'clusterCoordinator', 'chief', 'monitoring'] as const satisfies readonly Role[]
export const looking: Policy = { who: lookers, class: 2 }
export const following: Policy = { who: [...lookers, 'enumerator'], class: 2 }
export const leading: Policy = { who: monitoringLeads, class: 2 }
export const visiting: Policy = { who: visitors, class: 2 }
