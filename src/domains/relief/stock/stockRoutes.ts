/** The requests that read stock. Positions are restricted: never public, never a partner's. */
import { z } from 'zod'
import { type AnyRoute, line, now, read, route, today } from '../../../kernel/index.ts'
import { stockPolicy } from '../office.ts'
import { tableFile, tableFormats } from '../tableFile.ts'
import { byWarehouse, inLanguage } from '../typed.ts'
import { cardOf } from './cardOf.ts'
import { dayOf } from './dayOf.ts'
import { donorLots } from './donorLots.ts'
import { scan } from './scan.ts'
import { stockNow } from './stockNow.ts'
import { stockTable } from './stockTable.ts'

const one = z.object({ warehouse: z.string().max(20).optional() })

export const stockRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/stock',
    policy: stockPolicy,
    summary: 'What lies where, by item and lot, with kits, weight and months of cover',
    query: one,
    answer: ({ house, actor, query }) => read(house.doors, actor, (db) => stockNow(db, { warehouse: query.warehouse, now: now() })),
  }),
  route({
    method: 'GET',
    url: '/api/relief/stock/export',
    policy: stockPolicy,
    summary: 'The same as a table, CSV or XLSX, with an HXL row',
    query: one.extend(inLanguage.shape).extend({ format: z.enum(tableFormats).default('csv') }),
    answer: async ({ house, actor, query: { warehouse, lang, format } }) => {
      const stock = await read(house.doors, actor, (db) => stockNow(db, { warehouse, now: now() }))
      return tableFile(stockTable(stock, lang, today()), format)
    },
  }),
  route({
    method: 'GET',
    url: '/api/relief/warehouses/:warehouse/day',
    policy: stockPolicy,
    summary: 'The day of a warehouse: expected, to pick, to sign, last papers',
    params: byWarehouse,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => dayOf(db, params.warehouse)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/warehouses/:warehouse/scan',
    policy: stockPolicy,
    summary: 'What a code on a box or a shelf stands for',
    params: byWarehouse,
    query: z.object({ code: line(120) }),
    answer: ({ house, actor, params, query }) => read(house.doors, actor, (db) => scan(db, params.warehouse, query.code, today())),
  }),
  route({
    method: 'GET',
    url: '/api/relief/card',
    policy: stockPolicy,
    summary: 'The bin card of an item on a shelf',
    query: z.object({ shelf: line(120), item: line(40), lot: z.string().max(60).default('') }),
    answer: ({ house, actor, query }) => read(house.doors, actor, (db) => cardOf(db, query)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/donor-lots',
    policy: { ...stockPolicy, who: ['pipeline', 'clusterCoordinator', 'chief', 'monitoring'] },
    summary: 'Where the lots of a donor are now',
    query: z.object({ donor: z.uuid().optional() }),
    answer: async ({ house, actor, query }) => ({ lots: await read(house.doors, actor, (db) => donorLots(db, query.donor ?? null)) }),
  }),
]
