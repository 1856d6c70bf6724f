/** The kernel's own routes and the regular ones of every domain's records. */
import type { Domain } from '../domain.ts'
import { dictionaryRoutes } from './dictionaryRoutes.ts'
import { guideRoutes } from './guideRoutes.ts'
import { healthRoutes } from './healthRoutes.ts'
import { importRoutes } from './importRoutes.ts'
import { ownAccountRoutes } from './ownAccountRoutes.ts'
import { peopleRoutes } from './peopleRoutes.ts'
import { recordRoutes } from './recordRoutes.ts'
import type { AnyRoute } from './route.ts'
import { signInRoutes } from './signInRoutes.ts'
import { waysInRoutes } from './waysInRoutes.ts'

export const everyKernelRoute = (domains: readonly Domain[]): AnyRoute[] => [
  ...signInRoutes,
  ...ownAccountRoutes,
  ...waysInRoutes,
  ...peopleRoutes,
  ...dictionaryRoutes(domains),
  ...guideRoutes,
  ...healthRoutes,
  ...importRoutes,
  ...domains.flatMap(recordRoutes),
]
