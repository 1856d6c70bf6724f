/** Who reads what is added up over all partners of the 4W, and what may be asked of it. */
import { z } from 'zod'
import type { Policy } from '../../../kernel/index.ts'
import type { About } from './situation.ts'

export const readers = ['clusterCoordinator', 'coordinator', 'chief', 'monitoring', 'dataOfficer', 'reportOfficer', 'governmentReviewer'] as const
export const office: Policy = { who: readers, class: 2 }

export const about = z.object({
  sector: z.string().max(60).optional(),
  district: z.string().max(20).optional(),
  status: z.enum(['planned', 'ongoing', 'completed', 'suspended', 'active']).optional(),
})
export const asked = ({ status, ...rest }: z.infer<typeof about>): About => ({
  ...rest,
  ...(status === undefined ? {} : { status: status === 'active' ? ['ongoing', 'completed'] : [status] }),
})
