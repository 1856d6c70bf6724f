/** Who may enter by the doors of coordination. */
import { each, record, type Who } from './routeLines.ts'

export const coordinationRoutes: [string, Who][] = [
  ...each(
    ['clusterCoordinator', 'chief', 'coordinator', 'monitoring', 'partner'],
    'GET /api/coordination/groups',
    'GET /api/coordination/meetings/:id',
    'GET /api/coordination/meetings/:id/minutes.pdf',
    'GET /api/coordination/meetings/:id/calendar.ics',
    'GET /api/coordination/actions',
  ),
  ...each(
    ['clusterCoordinator'],
    'POST /api/coordination/groups',
    'PATCH /api/coordination/groups/:id',
    'POST /api/coordination/groups/:id/meetings',
    'POST /api/coordination/meetings/:id/minutes',
    'POST /api/coordination/meetings/:id/cancel',
    'POST /api/coordination/actions/:id/move',
    'POST /api/coordination/actions/:id/drop',
    'POST /api/coordination/curricula',
    'POST /api/coordination/sessions',
    'POST /api/coordination/sessions/:id/look',
    'POST /api/coordination/sessions/:id/participants',
    'POST /api/coordination/learners',
    'POST /api/coordination/learners/search',
    'POST /api/coordination/learners/:id/forget',
    'POST /api/coordination/learners/:id/coaching',
    'POST /api/coordination/participations/:id',
    'POST /api/coordination/participations/:id/certificate',
    'GET /api/coordination/participations/:id/certificate.pdf',
  ),
  ...each(['clusterCoordinator', 'chief', 'coordinator', 'monitoring'], 'GET /api/coordination/learning'),
  ...record('/api/coordination/curriculum', ['clusterCoordinator', 'chief', 'coordinator', 'monitoring']),
  ...record('/api/coordination/training-session', ['clusterCoordinator', 'chief', 'coordinator', 'monitoring']),
]
