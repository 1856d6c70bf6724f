/** Who works with relief goods: keepers in their area, the pipeline manager and those who follow everywhere. Warehouse staff see stock, never people. */
import { type Actor, covers, type Policy, type Role } from '../../kernel/index.ts'

export const stockReads = { warehouse: 'area', pipeline: 'all', clusterCoordinator: 'all', chief: 'all', monitoring: 'all' } as const
/** The catalogue and its lots are the same in every warehouse. */
export const catalogueReads = { ...stockReads, warehouse: 'all' } as const
export const stockKeepers = ['warehouse', 'pipeline'] as const satisfies readonly Role[]
export const pipelineManagers = ['pipeline'] as const satisfies readonly Role[]
/** Who plans and leads distributions and sees households by their number: the only ones of relief who do. */
export const distributionLeaders = ['clusterCoordinator'] as const satisfies readonly Role[]

export const stockPolicy: Policy = { who: ['warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring'], class: 2 }
export const keeping: Policy = { who: stockKeepers, class: 2 }
export const managing: Policy = { who: pipelineManagers, class: 2 }
/** Stock belongs to this name in the ledger. */
export const owner = 'relief'

/** To read a warehouse is not yet to keep it: a keeper writes within his own area, the pipeline manager everywhere. */
export const keeps = (actor: Actor, place: string): boolean => actor.roles.includes('pipeline') || (actor.roles.includes('warehouse') && covers(actor, place))
