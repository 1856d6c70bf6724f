/** Who makes what the mission publishes, who clears it, and who reads it on the way. */
import type { Policy, Role } from '../../kernel/index.ts'

export const makers = ['communications', 'reportOfficer'] as const satisfies readonly Role[]
/** Nobody clears alone what he made: the guards see to that, these roles may. */
export const clearers = ['chief'] as const satisfies readonly Role[]
const readers = [...makers, ...clearers, 'governmentReviewer', 'monitoring'] as const satisfies readonly Role[]

export const readByOffice = Object.fromEntries(readers.map((role) => [role, 'all' as const]))
export const office: Policy = { who: readers, class: 2 }
export const making: Policy = { who: makers, class: 2 }
