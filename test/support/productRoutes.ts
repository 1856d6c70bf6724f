/** Who may enter by the doors of products, pictures and media requests. */
import { each, record, type Who } from './routeLines.ts'

const readers = ['communications', 'reportOfficer', 'chief', 'governmentReviewer', 'monitoring'] as const
const makers = ['communications', 'reportOfficer'] as const

export const productRoutes: [string, Who][] = [
  ...record('/api/publications/product', readers),
  ...record('/api/publications/asset', [...readers, 'dataOfficer']),
  ...each(
    readers,
    ...['calendar', 'sources', 'downloads', 'products/:id', 'assets', 'assets/:id/picture', 'media', 'media/late', 'subscribers', 'events'].map(
      (path) => `GET /api/publications/${path}`,
    ),
    'POST /api/publications/media/:id/look',
    'POST /api/publications/visibility-sheet',
  ),
  ...each(
    makers,
    ...[
      'products',
      'products/:id/edition',
      'assets',
      'assets/:id/remove',
      'assets/:id/transcript',
      'assets/:id/consents',
      'consents/:id/withdraw',
      'media',
      'events',
      'press-texts',
    ].map((path) => `POST /api/publications/${path}`),
    'PATCH /api/publications/products/:id/text',
    'PATCH /api/publications/events/:id',
    'PATCH /api/publications/press-texts/:id',
  ),
  ...each([...makers, 'chief'], 'POST /api/publications/events/:id/clear', 'POST /api/publications/events/:id/cancel'),
  ...record('/api/publications/event', readers),
  ...record('/api/publications/press-text', readers),
  ...each([...makers, 'chief'], 'POST /api/publications/press-texts/:id/clear'),
  ...each(readers, 'GET /api/publications/press-texts'),
  ...each(['dataOfficer'], 'POST /api/publications/assets/:id/original'),
  ...each([...makers, 'chief', 'governmentReviewer'], 'POST /api/publications/products/:id/counterpart'),
  ...each([...makers, 'chief', 'monitoring'], 'GET /api/publications/product/:id/steps', 'POST /api/publications/product/:id/steps/:step'),
  ...each([...makers, 'chief'], 'GET /api/publications/media-request/:id/steps', 'POST /api/publications/media-request/:id/steps/:step'),
  ...each(['reportOfficer', 'chief', 'monitoring'], 'POST /api/publications/evidence'),
  ...each('everyone', 'GET /pictures/:id'),
]
