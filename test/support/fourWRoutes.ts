/** Who may enter by which door of the 4W. */
import { each, record } from './routeLines.ts'

const office = ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'] as const
const register = ['admin', 'dataOfficer'] as const

export const fourWRoutes = [
  ...record(
    '/api/organisations/alias',
    [...office, 'admin', 'clusterCoordinator', 'communications', 'partner'],
    [...register, 'clusterCoordinator'],
    [...register, 'clusterCoordinator'],
  ),
  ...record('/api/organisations/consortium-member', [...office, 'admin', 'clusterCoordinator', 'communications', 'partner']),
  ...each(['admin', 'dataOfficer', 'clusterCoordinator', 'coordinator', 'chief', 'monitoring'], 'GET /api/organisations/directory'),
  ...each(
    [...register, 'clusterCoordinator'],
    'POST /api/organisations/members',
    'PATCH /api/organisations/members/:id',
    'POST /api/organisations/merges',
    'POST /api/organisations/merges/:id/undo',
  ),
  ...['activity', 'activity-change', 'monthly-report', 'cycle'].flatMap((name) =>
    record(`/api/coordination/${name}`, [...office, 'admin', 'clusterCoordinator', 'partner']),
  ),
  ...record('/api/coordination/activity-comment', ['clusterCoordinator', 'partner']),
  ...record(
    '/api/coordination/place-figure',
    [...office, 'admin', 'clusterCoordinator', 'partner'],
    ['clusterCoordinator', 'dataOfficer'],
    ['clusterCoordinator', 'dataOfficer'],
  ),
  ...each([...office, 'clusterCoordinator', 'partner'], 'GET /api/coordination/activities'),
  ...each(
    ['dataOfficer', 'reportOfficer', 'coordinator', 'chief', 'monitoring', 'clusterCoordinator'],
    'GET /api/coordination/month',
    'GET /api/coordination/corrections',
  ),
  ...each(
    ['clusterCoordinator'],
    'GET /api/coordination/uploads',
    'GET /api/coordination/uploads/:id',
    'POST /api/coordination/months',
    'POST /api/coordination/months/:id/:step',
    'POST /api/coordination/months/:id/publish',
  ),
  ...each(
    ['partner'],
    'GET /api/coordination/mine',
    'POST /api/coordination/mine/answers',
    'POST /api/coordination/mine/activities',
    'POST /api/coordination/mine/submit',
  ),
  ...each(['clusterCoordinator', 'coordinator', 'chief', 'monitoring', 'partner'], 'GET /api/coordination/same-work'),
  ...each(
    ['clusterCoordinator', 'partner'],
    'POST /api/coordination/same-work/answers',
    'GET /api/coordination/workbook',
    'GET /api/coordination/activities/:id/counted-from',
    'POST /api/coordination/activities/:id/counted-from',
  ),
  ...each([...office, 'clusterCoordinator'], 'GET /api/coordination/presence', 'GET /api/coordination/reach', 'GET /api/coordination/print/gaps'),
]
