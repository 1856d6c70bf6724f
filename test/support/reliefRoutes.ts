/** Who may enter by the doors of relief. */
import { each, record, type Who } from './routeLines.ts'

const stock = ['warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring'] as const
const catalogue = [...stock, 'partner', 'coordinator', 'enumerator'] as const

export const reliefRoutes: [string, Who][] = [
  ...record('/api/relief/item', catalogue),
  ...record('/api/relief/kit', catalogue),
  ...record('/api/relief/kit-version', catalogue),
  ...record('/api/relief/lot', [...stock, 'enumerator']),
  ...record('/api/relief/warehouse', stock),
  ...record('/api/relief/release', [...stock, 'partner']),
  ...record('/api/relief/assessment', [...stock, 'partner', 'coordinator']),
  ...record('/api/relief/request', [...stock, 'partner']),
  ...record('/api/relief/request-report', [...stock, 'partner']),
  ...record('/api/relief/pipeline-line', stock),
  ...each(['partner', 'clusterCoordinator', 'pipeline'], 'GET /api/relief/request/:id/steps', 'POST /api/relief/request/:id/steps/:step'),
  ...each([...stock, 'partner'], 'GET /api/relief/requests'),
  ...each(['partner'], 'POST /api/relief/requests', 'POST /api/relief/requests/:id'),
  ...each(['partner', 'clusterCoordinator', 'pipeline', 'monitoring'], 'POST /api/relief/assessments'),
  ...each(['pipeline'], 'POST /api/relief/releases/:id/cancel', 'POST /api/relief/pipeline-lines', 'POST /api/relief/pipeline-lines/:id'),
  ...each(['pipeline', 'clusterCoordinator', 'chief', 'monitoring'], 'GET /api/relief/pipeline'),
  ...each(['pipeline', 'clusterCoordinator'], 'GET /api/relief/pipeline/allocation'),
]
