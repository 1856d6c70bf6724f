/** Who may enter by the doors of messages, campaigns and materials. */
import { each, record, type Who } from './routeLines.ts'

const readers = ['communications', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'] as const
const writers = ['communications', 'monitoring'] as const
const clearers = ['communications', 'chief', 'governmentReviewer'] as const

export const publicationRoutes: [string, Who][] = [
  ...each(readers, ...['messages', 'campaigns', 'materials', 'emergencies', 'sendings', 'listenings'].map((list) => `GET /api/publications/${list}`)),
  ...each(readers, 'POST /api/publications/messages/:id/sheet', 'POST /api/publications/campaigns/:id/report'),
  ...each(
    ['communications'],
    ...['messages', 'campaigns', 'deliveries', 'materials'].map((list) => `POST /api/publications/${list}`),
    ...['texts', 'look-over', 'back-translation', 'trials', 'renew', 'fact-changed'].map((deed) => `POST /api/publications/messages/:id/${deed}`),
    ...['receive', 'hand-out', 'recall'].map((deed) => `POST /api/publications/materials/:id/${deed}`),
    ...['sendings', 'sendings/:id/stop', 'opt-ins', 'opt-ins/stop'].map((path) => `POST /api/publications/${path}`),
    'GET /api/publications/sendings/recipients',
    'PATCH /api/publications/campaigns/:id',
    ...['listenings/:id/strike', 'listenings/:id/heard', 'heard/:id/answer', 'listenings'].map((path) => `POST /api/publications/${path}`),
    'PATCH /api/publications/heard/:id',
    'POST /api/publications/deliveries/:id/reach',
  ),
  ...each(clearers, 'POST /api/publications/messages/:id/approve', 'POST /api/publications/deliveries/:id/look', 'POST /api/publications/heard/:id/clear'),
  ...each(['communications', 'chief'], 'GET /api/publications/campaign/:id/steps', 'POST /api/publications/campaign/:id/steps/:step'),
  ...['message', 'message-text', 'message-trial', 'campaign', 'delivery', 'iec-item', 'sending', 'listening', 'heard'].flatMap((name) =>
    record(`/api/publications/${name}`, readers),
  ),
  ...record('/api/publications/main-language', readers, writers, writers),
  ...record('/api/publications/term', readers, ['communications'], ['communications']),
  ...record('/api/publications/visibility-rule', readers, ['communications'], ['communications']),
]
