/** The words that the table of routes is written in: who, and the routes of one record. */
import type { Column } from './everyRole.ts'

export type Who = 'everyone' | 'signedIn' | 'device' | readonly Column[]

export const admin = ['admin'] as const
export const officer = ['dataOfficer'] as const
export const registrars = ['admin', 'dataOfficer'] as const
export const office = ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'] as const
export const resultsReaders = [...office, 'admin', 'clusterCoordinator'] as const
export const staff = [...office, 'admin', 'enumerator'] as const
export const field = [...office, 'enumerator'] as const
export const formsOffice = ['dataOfficer', 'reportOfficer', 'coordinator', 'chief', 'monitoring', 'admin', 'enumerator'] as const
export const answerReaders = ['dataOfficer', 'coordinator', 'chief', 'monitoring'] as const
export const reviewReaders = [...answerReaders, 'registrar'] as const
export const except = (who: readonly Column[], ...without: Column[]): Column[] => who.filter((column) => !without.includes(column))

/** Reading, export, creating, changing of a declared record. */
export const record = (path: string, readers: Who, create?: readonly Column[], update?: readonly Column[]): [string, Who][] => [
  [`GET ${path}`, readers],
  [`GET ${path}/:id`, readers],
  [`GET ${path}/export`, typeof readers === 'string' ? readers : except(readers, 'enumerator')],
  ...(create ? ([[`POST ${path}`, create]] satisfies [string, Who][]) : []),
  ...(update ? ([[`PATCH ${path}/:id`, update]] satisfies [string, Who][]) : []),
]

export const each = (who: Who, ...routes: string[]): [string, Who][] => routes.map((name) => [name, who])
