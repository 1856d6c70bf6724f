/** How lines of the route table are written. */
import type { Column } from './everyRole.ts'

export type Who = 'everyone' | 'signedIn' | 'device' | readonly Column[]

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
