/** Who asks households after a distribution, who enters their answers, and who reads what they said. */
import type { Role } from '../../../kernel/index.ts'

export const monitoringLeads = ['monitoring', 'clusterCoordinator', 'dataOfficer'] as const satisfies readonly Role[]
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
