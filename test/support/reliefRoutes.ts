/** Who may enter by the doors of relief. */
import { distributionRoutes } from './distributionRoutes.ts'
import { each, except, record, type Who } from './routeLines.ts'

const stock = ['warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring'] as const
const keepers = ['warehouse', 'pipeline'] as const
const inside = '/api/relief/warehouses/:warehouse'
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
  ...each(
    ['monitoring', 'clusterCoordinator', 'dataOfficer'],
    ...[
      'GET /api/relief/pdm-round/:id/steps',
      'POST /api/relief/pdm-round/:id/steps/:step',
      'POST /api/relief/monitoring',
      'POST /api/relief/monitoring/:id/draw',
      'POST /api/relief/monitoring/:id/draw-from-distributions',
    ],
  ),
  ...each([...selectionOffice, 'enumerator'], 'GET /api/relief/monitoring'),
  ...each(selectionOffice, 'GET /api/relief/monitoring/:id', 'GET /api/relief/monitoring/:id/report/:lang'),
  ...each(
    ['enumerator', 'monitoring', 'clusterCoordinator', 'dataOfficer'],
    ...['GET /api/relief/monitoring/:id/visits', 'POST /api/relief/monitoring-visits/:id'],
  ),
  ...record('/api/relief/pdm-round', [...selectionOffice, 'enumerator']),
  ...record('/api/relief/pdm-unit', [...selectionOffice, 'enumerator']),
  ...record('/api/relief/release', [...stock, 'partner']),
  // Stock and its papers.
  ...record('/api/relief/treatment-batch', stock),
  ...record('/api/relief/received-note', stock),
  ...record('/api/relief/aside-line', stock),
  ...each(keepers, `GET ${inside}/aside-lines`, 'POST /api/relief/aside-lines/:id/count', 'POST /api/relief/aside-lines/:id/leave', 'GET /api/relief/expected'),
  ...record('/api/relief/receipt', [...stock, 'partner']),
  ...record('/api/relief/discrepancy', [...stock, 'partner']),
  ...each(keepers, 'POST /api/relief/items', 'PATCH /api/relief/items/:code', 'POST /api/relief/lots', 'POST /api/relief/treatments'),
  ...each(['pipeline'], 'POST /api/relief/kits', 'POST /api/relief/warehouses', `POST ${inside}/close`),
  ...each(
    keepers,
    `POST ${inside}/stock-sheet`,
    `POST ${inside}/shelves`,
    `POST ${inside}/shelves/:shelf/close`,
    `POST ${inside}/waybills`,
    `GET ${inside}/pick/:release`,
  ),
  ...each(keepers, ...['receive', 'move/:kind', 'count', 'pack', 'break'].map((paper) => `POST ${inside}/papers/${paper}`)),
  ...each(keepers, 'POST /api/relief/papers/:id/cancel', 'POST /api/relief/proposals/:id/sign'),
  ...each(keepers, 'POST /api/relief/unexplained/:id/explain', 'POST /api/relief/unexplained/:id/sign'),
  ...each([...stock, 'partner'], 'GET /api/relief/waybills'),
  ...each([...keepers, 'partner'], 'POST /api/relief/waybills/:id/receive'),
  ...each([...keepers, 'clusterCoordinator'], 'POST /api/relief/discrepancies/:id/explain', 'POST /api/relief/discrepancies/:id/sign'),
  ...each(stock, 'GET /api/relief/stock', 'GET /api/relief/stock/export', 'GET /api/relief/card', `GET ${inside}/day`),
  ...each(except(stock, 'warehouse'), 'GET /api/relief/donor-lots'),
  ...record('/api/relief/assessment', [...stock, 'partner', 'coordinator']),
  ...record('/api/relief/request', [...stock, 'partner']),
  ...record('/api/relief/request-report', [...stock, 'partner']),
  ...record('/api/relief/pipeline-line', stock),
  ...each(['partner', 'clusterCoordinator', 'pipeline'], 'GET /api/relief/request/:id/steps', 'POST /api/relief/request/:id/steps/:step'),
  ...each([...stock, 'partner'], 'GET /api/relief/requests'),
  ...each(['partner'], 'POST /api/relief/requests', 'POST /api/relief/requests/:id'),
  ...each(['partner', 'clusterCoordinator', 'pipeline', 'monitoring'], 'POST /api/relief/assessments'),
  ...each(['pipeline'], 'POST /api/relief/releases/:id/cancel', 'POST /api/relief/pipeline-lines', 'POST /api/relief/pipeline-lines/:id'),
  ...each(['pipeline', 'clusterCoordinator', 'chief', 'monitoring'], 'GET /api/relief/pipeline', 'GET /api/relief/gaps'),
  ...each(['pipeline', 'clusterCoordinator'], 'GET /api/relief/pipeline/allocation'),
  ...each(stock, 'GET /api/relief/stock', 'GET /api/relief/stock/export', 'GET /api/relief/card', `GET ${inside}/day`, `GET ${inside}/scan`),
  ...each(except(stock, 'warehouse'), 'GET /api/relief/donor-lots', 'GET /api/relief/print/donor-lots'),
  ...each([...stock, 'partner'], 'GET /api/relief/print/waybill/:id', 'GET /api/relief/print/release/:id'),
  ...each(stock, ...['loading/:id', 'count-sheet/:warehouse', 'stock/:warehouse', 'received/:id', 'card'].map((paper) => `GET /api/relief/print/${paper}`)),
  ...distributionRoutes,
]
