/** What distributions bring to the domain: their records, life, routes and sentences. */
import { Distribution, Entitlement } from './distribution.ts'
import { deskRoutes } from './distributionRoutes.ts'
import { distributionSentences } from './distributionSentences.ts'
import { DistributionException, Handover } from './handover.ts'
import { lifeOfDistribution } from './lifeOfDistribution.ts'
import { paperRoutes } from './paperRoutes.ts'
import { householdsServed } from './reached.ts'
import { DistributionTablet, ReconciliationLine } from './tablet.ts'
import { tabletRoutes } from './tabletRoutes.ts'

export const distributionParts = {
  records: [Distribution, Entitlement, DistributionTablet, Handover, DistributionException, ReconciliationLine],
  workflows: [lifeOfDistribution],
  routes: [...deskRoutes, ...paperRoutes, ...tabletRoutes],
  sentences: distributionSentences,
  indicators: [householdsServed],
}
