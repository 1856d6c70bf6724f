/**
 * Relief: shelter and household items from a need to a receipt. Strategy: focus area 12, and the shared tools of focus area 7. Start reading here: each part has its
 * folder and declares its own records, routes and sentences; goods move in the kernel's stock ledger under the name `relief`.
 */
import { domain } from '../../kernel/index.ts'
import { monitoringRecords } from './monitoring/monitoring.ts'
import { Release } from './requests/release.ts'
import { selection } from './selection/selection.ts'
import { Item } from './things/item.ts'
import { Kit, KitVersion } from './things/kit.ts'
import { Lot } from './things/lot.ts'
import { Warehouse } from './warehouses/warehouse.ts'

export const relief = domain({
  name: 'relief',
  serves: ['FA12.E', 'FA12.G', 'FA12.H', 'FA12.I'],
  records: [Item, Kit, KitVersion, Lot, Warehouse, Release, ...selection.records, ...monitoringRecords],
  workflows: [...selection.workflows],
  routes: [...selection.routes],
  sentences: { ...selection.sentences },
  migrations: new URL('./migrations/', import.meta.url),
})
