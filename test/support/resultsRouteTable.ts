/** Who may enter by which door of the results framework. */
import { each, office, record, resultsReaders, type Who } from './routeLines.ts'

export const resultsRouteTable: [string, Who][] = [
  ...record('/api/results/indicator-value', [...office, 'admin', 'clusterCoordinator']),
  ...record('/api/results/indicator-mark', [...office, 'admin', 'clusterCoordinator']),
  ...each(['reportOfficer', 'chief', 'monitoring'], 'GET /api/results/indicator-value/:id/steps', 'POST /api/results/indicator-value/:id/steps/:step'),
  ...each(
    [...office, 'admin'],
    'GET /api/results/indicators',
    'GET /api/results/indicators/:code',
    'GET /api/results/lineage/:value',
    'GET /api/results/used-in/:record/:id',
  ),
  ...record('/api/results/strategy-report', resultsReaders),
  ...each(['reportOfficer', 'chief', 'monitoring'], 'GET /api/results/strategy-report/:id/steps', 'POST /api/results/strategy-report/:id/steps/:step'),
  ...each(resultsReaders, 'GET /api/results/reports', 'GET /api/results/reports/:id', 'GET /api/results/reports/:id/document'),
  ...each(['monitoring', 'reportOfficer'], 'POST /api/results/reports', 'PATCH /api/results/reports/:id/texts'),
  ...each(['monitoring'], 'POST /api/results/indicators/:code/compute', 'POST /api/results/indicators/:code/values'),
  ...each(['chief', 'monitoring'], 'POST /api/results/indicators/:code/marks'),
  ...['project', 'project-result', 'planned-activity', 'progress-note', 'lesson-answer', 'recommendation', 'monitoring-plan', 'quality-check'].flatMap((name) =>
    record(`/api/results/${name}`, resultsReaders),
  ),
  ...record('/api/results/lesson', resultsReaders, ['coordinator', 'monitoring', 'reportOfficer'], ['monitoring']),
  ...record('/api/results/evaluation', resultsReaders, ['monitoring'], ['monitoring']),
  ...record('/api/results/risk', resultsReaders, ['coordinator', 'monitoring'], ['coordinator', 'monitoring']),
  ...record('/api/results/monitoring-visit', resultsReaders, ['coordinator', 'monitoring'], ['coordinator', 'monitoring']),
  ...['project', 'recommendation'].flatMap((name) =>
    each(['chief', 'monitoring'], `GET /api/results/${name}/:id/steps`, `POST /api/results/${name}/:id/steps/:step`),
  ),
  ...each(['coordinator', 'monitoring'], 'GET /api/results/planned-activity/:id/steps', 'POST /api/results/planned-activity/:id/steps/:step'),
  ...each(
    resultsReaders,
    'GET /api/results/map',
    'GET /api/results/matrix',
    'GET /api/results/projects',
    'GET /api/results/projects/donors',
    'GET /api/results/projects/:id',
  ),
  ...each(
    ['monitoring'],
    'POST /api/results/projects',
    'POST /api/results/projects/:id',
    'POST /api/results/projects/:id/results',
    'POST /api/results/projects/:id/activities',
    'POST /api/results/activities/:id',
  ),
  ...each(['coordinator', 'monitoring'], 'POST /api/results/activities/:id/notes', 'POST /api/results/activities/:id/lessons/:lesson'),
  ...each('everyone', 'GET /api/results/projects/:id/iati'),
  ...each(['chief'], 'POST /api/results/projects/:id/publication'),
  ...each(resultsReaders, 'GET /api/results/bench', 'GET /api/results/learning'),
  ...each(
    ['monitoring'],
    'POST /api/results/indicators/:code/monitoring-plan',
    'POST /api/results/indicators/:code/quality-checks',
    'POST /api/results/evaluations/:id/recommendations',
  ),
]
