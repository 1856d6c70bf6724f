/** Who may enter by the doors of distributions. */
import { each, record, type Who } from './routeLines.ts'

const stock = ['warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring'] as const
const path = '/api/relief/distributions'
const of = (...names: string[]) => names.map((name) => `POST ${path}/:id/${name}`)

export const distributionRoutes: [string, Who][] = [
  ...record('/api/relief/distribution', [...stock, 'partner']),
  ...record('/api/relief/distribution-tablet', stock),
  ...record('/api/relief/reconciliation-line', stock),
  ...each([...stock, 'partner'], `GET ${path}`, `GET ${path}/:id`),
  ...each(stock, `GET ${path}/:id/reconciliation.pdf`),
  ...each(['clusterCoordinator'], 'GET /api/relief/distribution/:id/steps', 'POST /api/relief/distribution/:id/steps/:step', `POST ${path}`),
  ...each(
    ['clusterCoordinator'],
    `GET ${path}/:id/households`,
    `GET ${path}/:id/choices`,
    `GET ${path}/:id/selections`,
    `GET ${path}/:id/list.pdf`,
    `POST ${path}/exceptions/:id`,
  ),
  ...each(
    ['clusterCoordinator'],
    ...of(
      'consultation',
      'safety',
      'list',
      'list-file',
      'list-from-selection',
      'verify',
      'revoke-tokens',
      'custody',
      'tablets',
      'paper',
      'count',
      'tokens',
      'slips',
    ),
  ),
  ...each(['clusterCoordinator', 'pipeline', 'chief'], `POST ${path}/variances/:id/explain`, `POST ${path}/variances/:id/sign`),
  ...each('device', 'GET /sync/distributions', 'GET /sync/distributions/:id/list', 'POST /sync/distributions/:id/facts'),
]
