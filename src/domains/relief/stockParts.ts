/** Things, warehouses, stock and its papers, as the domain declares them. */
import { paperRoutes } from './papers/paperRoutes.ts'
import { ReceivedNote } from './papers/receivedNote.ts'
import { Discrepancy, Receipt, Waybill } from './papers/waybill.ts'
import { waybillRoutes } from './papers/waybillRoutes.ts'
import { printRoutes } from './print/printRoutes.ts'
import { stockRoutes as readingRoutes } from './stock/stockRoutes.ts'
import { thingRoutes } from './things/thingRoutes.ts'
import { TreatmentBatch } from './things/treatment.ts'
import { warehouseRoutes } from './warehouses/warehouseRoutes.ts'

export const stockRecords = [TreatmentBatch, ReceivedNote, Waybill, Receipt, Discrepancy]
export const stockRoutes = [...thingRoutes, ...warehouseRoutes, ...paperRoutes, ...waybillRoutes, ...readingRoutes, ...printRoutes]
