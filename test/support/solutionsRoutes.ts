/** Who may enter by the doors of durable solutions. */
import { each, record, type Who } from './routeLines.ts'

const readers = ['solutions', 'clusterCoordinator', 'governmentReviewer', 'chief', 'monitoring'] as const
const officers = ['solutions'] as const

export const solutionsRoutes: [string, Who][] = [
  ...[
    'house-design',
    'drawing',
    'design-release',
    'house',
    'inspection',
    'defect',
    'year-check',
    'partner-house',
    'partner-line',
    'locality-selection',
    'progress-survey',
  ].flatMap((name) => record(`/api/solutions/${name}`, readers)),
  ...['beneficiary-case', 'tenure', 'contract', 'tranche', 'pathway', 'consent'].flatMap((name) => record(`/api/solutions/${name}`, officers)),
  ...['works', 'livelihood-support', 'market-assessment'].flatMap((name) => record(`/api/solutions/${name}`, readers, officers, officers)),
  ...each(
    readers,
    'GET /api/solutions/houses',
    'GET /api/solutions/houses/:id/file',
    'GET /api/solutions/houses/:id/photos/:photo',
    ...['inspection/:id/:inspection', 'locality/:id', 'design/:id', 'progress/:id', 'materials'].map((url) => `GET /api/solutions/print/${url}`),
    'GET /api/solutions/designs/:id/drawings',
    'GET /api/solutions/drawings/:id/file',
    'GET /api/solutions/localities',
    'POST /api/solutions/localities/compare',
    'GET /api/solutions/progress',
    'GET /api/solutions/progress/:place/index',
    'GET /api/solutions/markets',
  ),
  ...each(
    officers,
    ...[
      'houses',
      'houses/:id/design',
      'designs',
      'designs/:id/drawings',
      'designs/:id/release',
      'houses/:id/inspections',
      'defects/:id/repair',
      'houses/:id/tenure',
    ].map((url) => `POST /api/solutions/${url}`),
    ...['tranches', 'tranches/:id/approve', 'tranches/:id/pay', 'partner-houses', 'house/:id/steps/:step'].map((url) => `POST /api/solutions/${url}`),
    ...['localities', 'localities/:id/facts', 'pathways', 'pathways/:id/information', 'pathways/:id/consents'].map((url) => `POST /api/solutions/${url}`),
    ...['consents/:id/withdraw', 'pathway/:id/steps/:step'].map((url) => `POST /api/solutions/${url}`),
    'POST /api/solutions/markets',
    'GET /api/solutions/aside',
    ...['hand-over/:id', 'households', 'tenure'].map((url) => `GET /api/solutions/print/${url}`),
    'POST /api/solutions/aside/:id/settle',
    'GET /api/solutions/pathways',
    'GET /api/solutions/pathway/:id/steps',
    'GET /api/solutions/house/:id/steps',
  ),
  ...each(['solutions', 'governmentReviewer'], 'GET /api/solutions/locality-selection/:id/steps', 'POST /api/solutions/locality-selection/:id/steps/:step'),
  ...each('device', 'GET /sync/round', 'POST /sync/round/facts'),
  ...each(['solutions', 'monitoring'], 'POST /api/solutions/progress'),
]
