/** The requests of stock sheets: a sheet is looked at, and what it could not say waits for its keeper. */
import { type AnyRoute, act, byId, type House, isRefused, now, read, refuse, refused, route } from '../../../kernel/index.ts'
import { keeping } from '../office.ts'
import { byWarehouse, reason, stockLine } from '../typed.ts'
import { ownWarehouse } from '../warehouses/keepWarehouse.ts'
import type { AsideLineRow } from './asideLine.ts'
import { bringStockSheet, countAside, leaveAside, waitingLines } from './asideLines.ts'

/** As the desk is told: why, in words. */
const shown = (house: House, { id, file, line, item, lot, shelf, quantity, unit, why, suggestions }: AsideLineRow) => ({
  ...{ id, file, line, suggestions, why: house.catalogue.worded(why) },
  ...{ item: item ?? '', lot: lot ?? '', shelf: shelf ?? '', quantity: quantity ?? '', unit: unit ?? '' },
})

export const sheetRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/relief/warehouses/:warehouse/stock-sheet',
    policy: keeping,
    summary: 'Look at a stock sheet: which lines are ready; what could not be read is kept, with why and what each pack would make of it',
    params: byWarehouse,
    upload: true,
    answer: async ({ house, actor, params, files: [file] }) => {
      if (!file) return refused(refuse('relief.no-stock-sheet', { file: '' }))
      const sheet = await act(house.doors, actor, (db) => bringStockSheet(db, params.warehouse, file))
      if (isRefused(sheet)) return sheet
      const { waiting, ...ready } = sheet
      return { ...ready, waiting: waiting.map((one) => shown(house, one)) }
    },
  }),
  route({
    method: 'GET',
    url: '/api/relief/warehouses/:warehouse/aside-lines',
    policy: keeping,
    summary: 'Lines of stock sheets that wait for their keeper',
    params: byWarehouse,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, async (db) => {
        const warehouse = await ownWarehouse(db, params.warehouse)
        return 'refused' in warehouse ? warehouse : { waiting: (await waitingLines(db, warehouse.id)).map((one) => shown(house, one)) }
      }),
  }),
  route({
    method: 'POST',
    url: '/api/relief/aside-lines/:id/count',
    policy: keeping,
    summary: 'Say what a line put aside is: it is counted as opening stock',
    params: byId,
    body: stockLine,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => countAside(db, params.id, body, now())),
  }),
  route({
    method: 'POST',
    url: '/api/relief/aside-lines/:id/leave',
    policy: keeping,
    summary: 'Leave a line put aside uncounted, with a reason',
    params: byId,
    body: reason,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => leaveAside(db, params.id, body.words)),
  }),
]
