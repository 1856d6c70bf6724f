/** Who works with relief goods: keepers in their area, the pipeline manager and those who follow everywhere. Warehouse staff see stock, never people. */
import type { Role } from '../../kernel/index.ts'

export const stockReads = { warehouse: 'area', pipeline: 'all', clusterCoordinator: 'all', chief: 'all', monitoring: 'all' } as const
export const stockKeepers = ['warehouse', 'pipeline'] as const satisfies readonly Role[]
export const pipelineManagers = ['pipeline'] as const satisfies readonly Role[]
