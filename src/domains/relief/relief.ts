/**
 * Relief: shelter and household items from a need to a receipt. Strategy: focus area 12, and the shared tools of focus area 7. Start reading here: each part has its
 * folder and declares its own records, lives, routes and sentences; goods move in the kernel's stock ledger under the name `relief`.
 */
import { domain } from '../../kernel/index.ts'
import { distributionParts } from './distribution/distributionParts.ts'
import { gapRoutes } from './gap/gapRoutes.ts'
import { monitoringRecords } from './monitoring/monitoring.ts'
import { pipelineParts } from './pipeline/pipelineParts.ts'
import { requestParts } from './requests/requestParts.ts'
import { selection } from './selection/selection.ts'
import { stockParts } from './stockParts.ts'

export const relief = domain({
  name: 'relief',
  serves: ['FA12.A', 'FA12.C', 'FA12.D', 'FA12.E', 'FA12.F', 'FA12.G', 'FA12.H', 'FA12.I', 'FA12.Q', 'FA12.R', 'FA12.S'],
  records: [
    ...[...stockParts.records, ...requestParts.records, ...pipelineParts.records],
    ...[...selection.records, ...distributionParts.records, ...monitoringRecords],
  ],
  workflows: [...requestParts.workflows, ...selection.workflows, ...distributionParts.workflows],
  routes: [...[...stockParts.routes, ...requestParts.routes, ...pipelineParts.routes, ...gapRoutes], ...[...selection.routes, ...distributionParts.routes]],
  sentences: {
    ...{ ...stockParts.sentences, ...requestParts.sentences, ...pipelineParts.sentences },
    ...{ ...selection.sentences, ...distributionParts.sentences },
  },
  indicators: requestParts.indicators,
  migrations: new URL('./migrations/', import.meta.url),
})
