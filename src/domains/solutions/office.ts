/** Who works on durable solutions: officers in their area, who alone see consents, land and reasons; those who follow see houses, localities and figures. */
import type { Role } from '../../kernel/index.ts'

export const officers = ['solutions'] as const satisfies readonly Role[]
/** What names no household: houses by stage, designs, localities, works. */
export const openReads = { solutions: 'area', clusterCoordinator: 'all', governmentReviewer: 'all', chief: 'all', monitoring: 'all' } as const
export const openReaders = Object.keys(openReads) as Role[]
/** Household codes, consent, land and money: of class 3. */
export const closedReads = { solutions: 'area' } as const
