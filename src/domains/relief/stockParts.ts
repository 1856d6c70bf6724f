/** What things, warehouses, stock and its papers bring to the domain. */
import { AsideLine } from './papers/asideLine.ts'
import { paperRoutes } from './papers/paperRoutes.ts'
import { ReceivedNote } from './papers/receivedNote.ts'
import { sheetRoutes } from './papers/sheetRoutes.ts'
import { Discrepancy, Receipt, Waybill } from './papers/waybill.ts'
import { waybillRoutes } from './papers/waybillRoutes.ts'
import { printRoutes } from './print/printRoutes.ts'
import { stockRoutes } from './stock/stockRoutes.ts'
import { stockSentences } from './stockSentences.ts'
import { Item } from './things/item.ts'
import { Kit, KitVersion } from './things/kit.ts'
import { Lot } from './things/lot.ts'
import { thingRoutes } from './things/thingRoutes.ts'
import { TreatmentBatch } from './things/treatment.ts'
import { Warehouse } from './warehouses/warehouse.ts'
import { warehouseRoutes } from './warehouses/warehouseRoutes.ts'

export const stockParts = {
  records: [Item, Kit, KitVersion, Lot, Warehouse, TreatmentBatch, ReceivedNote, AsideLine, Waybill, Receipt, Discrepancy],
  routes: [...thingRoutes, ...warehouseRoutes, ...paperRoutes, ...sheetRoutes, ...waybillRoutes, ...stockRoutes, ...printRoutes],
  sentences: stockSentences,
}
