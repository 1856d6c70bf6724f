/**
 * Relief: shelter and household items from a need to a receipt. Strategy: focus area 12, and the shared tools of focus area 7. Start reading here: each part has its
 * folder and declares its own records, lives, routes and sentences; goods move in the kernel's stock ledger under the name `relief`.
 */
import { type Domain, domain } from '../../kernel/index.ts'
import { reliefGone } from './demonstration/gone.ts'
import { carriedHandovers } from './distribution/carriedHandovers.ts'
import { countedDistributions } from './distribution/countedDistributions.ts'
import { distributionParts } from './distribution/distributionParts.ts'
import { householdsAssisted } from './distribution/reached.ts'
import { gapRoutes } from './gap/gapRoutes.ts'
import { monitoring } from './monitoring/monitoring.ts'
import { pipelineParts } from './pipeline/pipelineParts.ts'
import { requestParts } from './requests/requestParts.ts'
import { selection } from './selection/selection.ts'
import { stockParts } from './stockParts.ts'

/** In the order in which goods and needs meet. */
const parts: readonly Pick<Domain, 'records' | 'workflows' | 'routes' | 'sentences' | 'indicators'>[] = [
  stockParts,
  requestParts,
  pipelineParts,
  selection,
  distributionParts,
  monitoring,
]

export const relief = domain({
  name: 'relief',
  serves: ['FA12.A', 'FA12.C', 'FA12.D', 'FA12.E', 'FA12.F', 'FA12.G', 'FA12.H', 'FA12.I', 'FA12.Q', 'FA12.R', 'FA12.S'],
  features: {
    selection: { screen: '/relief/selection', opens: '/api/relief/selections' },
    procurement: { screen: '/relief/pipeline', opens: '/api/relief/pipeline' },
    pipeline: { screen: '/relief/pipeline', opens: '/api/relief/pipeline' },
    'distribution-plans': { screen: '/relief/distribution', opens: '/api/relief/distributions' },
    warehouses: { screen: '/relief/stock', opens: '/api/relief/warehouse' },
    treatment: { screen: '/relief/stock/things', opens: '/api/relief/treatment-batch' },
    waybills: { screen: '/relief/waybills', opens: '/api/relief/waybills' },
    distributions: { screen: '/relief/distribution', opens: '/api/relief/distributions' },
    monitoring: { screen: '/relief/monitoring', opens: '/api/relief/monitoring' },
  },
  records: parts.flatMap(({ records }) => records),
  workflows: parts.flatMap(({ workflows = [] }) => workflows),
  routes: [...parts.flatMap(({ routes = [] }) => routes), ...gapRoutes],
  sentences: Object.assign({}, ...parts.map(({ sentences }) => sentences)),
  carried: [carriedHandovers],
  indicators: parts.flatMap(({ indicators = [] }) => indicators),
  assisted: householdsAssisted,
  countedWork: countedDistributions,
  demonstrationGone: reliefGone,
  migrations: new URL('./migrations/', import.meta.url),
})
