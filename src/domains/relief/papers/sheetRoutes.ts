/** The requests of stock sheets: brought, and what was put aside of them settled line by line. */
import { type AnyRoute, act, byId, read, refuse, refused, route } from '../../../kernel/index.ts'
import { keeping, stockPolicy } from '../office.ts'
import { byWarehouse, moment, reason, stockLine } from '../typed.ts'
import { countLine, linesAside, setLineAside, takeStockSheet } from './keepAside.ts'

const sheet = '/api/relief/warehouses/:warehouse/stock-sheet'

export const sheetRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: sheet,
    policy: keeping,
    summary: 'Bring a stock sheet: which lines are ready, which are put aside and kept; no stock is written yet',
    params: byWarehouse,
    upload: true,
    answer: async ({ house, actor, params, files: [file] }) =>
      file ? act(house.doors, actor, (db) => takeStockSheet(db, params.warehouse, file)) : refused(refuse('relief.no-stock-sheet', { file: '' })),
  }),
  route({
    method: 'GET',
    url: sheet,
    policy: stockPolicy,
    summary: 'Lines of stock sheets that wait: as they came, why, and what each pack would make of them; and those settled last',
    params: byWarehouse,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => linesAside(db, house, params.warehouse)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/stock-sheet-lines/:id/count',
    policy: keeping,
    summary: 'Say what a line that was put aside is, and count it as opening stock',
    params: byId,
    body: stockLine.extend({ at: moment }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => countLine(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/stock-sheet-lines/:id/set-aside',
    policy: keeping,
    summary: 'Say why a line of a stock sheet is no stock',
    params: byId,
    body: reason,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => setLineAside(db, params.id, body.words)),
  }),
]
