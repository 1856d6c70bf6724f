/** The kernel's own routes and the regular ones of every domain's records. */
import type { Domain } from '../domain.ts'
import { accountRoutes } from './accountRoutes.ts'
import { dictionaryRoutes } from './dictionaryRoutes.ts'
import { guideRoutes } from './guideRoutes.ts'
import { healthRoutes } from './healthRoutes.ts'
import { importRoutes } from './importRoutes.ts'
import { recordRoutes } from './recordRoutes.ts'
import type { AnyRoute } from './route.ts'

export const everyKernelRoute = (domains: readonly Domain[]): AnyRoute[] => [
  ...accountRoutes,
  ...dictionaryRoutes(domains),
  ...guideRoutes,
  ...healthRoutes,
  ...importRoutes,
  ...domains.flatMap(recordRoutes),
]
