/** Who may enter by the doors of relief. */
import { each, record, type Who } from './routeLines.ts'

const stock = ['warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring'] as const
const catalogue = [...stock, 'partner', 'coordinator', 'enumerator'] as const
const selectionOffice = ['dataOfficer', 'coordinator', 'chief', 'monitoring', 'clusterCoordinator'] as const
const selectionRunners = ['coordinator', 'dataOfficer', 'clusterCoordinator'] as const

export const reliefRoutes: [string, Who][] = [
  ...record('/api/relief/item', catalogue),
  ...record('/api/relief/kit', catalogue),
  ...record('/api/relief/kit-version', catalogue),
  ...record('/api/relief/lot', [...stock, 'enumerator']),
  ...record('/api/relief/warehouse', stock),
  ...record('/api/relief/criteria-set', selectionOffice),
  ...record('/api/relief/selection-run', selectionOffice),
  ...record('/api/relief/selection-line', [...selectionOffice, 'partner']),
  ...each([...selectionRunners, 'chief'], 'GET /api/relief/selection-run/:id/steps', 'POST /api/relief/selection-run/:id/steps/:step'),
  ...each(
    selectionOffice,
    ...['GET /api/relief/selections', 'GET /api/relief/selections/:id', 'GET /api/relief/selections/:id/note/:lang', 'GET /api/relief/selections/:id/list.csv'],
  ),
  ...each(
    selectionRunners,
    ...[
      'POST /api/relief/criteria-sets',
      'POST /api/relief/criteria-sets/:id/sign',
      'POST /api/relief/selections',
      'POST /api/relief/selections/:id/candidates',
    ],
    ...['POST /api/relief/selections/:id/seed', 'POST /api/relief/selections/:id/fairness', 'POST /api/relief/selections/:id/findings'],
    'POST /api/relief/selections/:id/appeals',
  ),
  ...each(
    ['dataOfficer', 'clusterCoordinator'],
    ...['GET /api/relief/selections/:id/ranked', 'GET /api/relief/selections/:id/compare', 'GET /api/relief/selections/:id/appeals'],
    'POST /api/relief/selection-appeals/:id/decide',
  ),
  ...record('/api/relief/pdm-round', [...selectionOffice, 'enumerator']),
  ...record('/api/relief/pdm-unit', [...selectionOffice, 'enumerator']),
  ...record('/api/relief/release', [...stock, 'partner']),
]
