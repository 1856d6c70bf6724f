/** Who enters by the doors of the results framework: those who read its records. */
import type { Policy } from '../../kernel/index.ts'

export const resultsOffice: Policy = {
  who: ['admin', 'dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring', 'clusterCoordinator'],
  class: 2,
}
