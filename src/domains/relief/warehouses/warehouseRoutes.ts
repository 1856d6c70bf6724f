/** The requests of warehouses and shelves. */
import { z } from 'zod'
import { type AnyRoute, act, line, maybe, route } from '../../../kernel/index.ts'
import { keeping, managing } from '../office.ts'
import { byWarehouse } from '../typed.ts'
import { closeShelf, closeWarehouse, openShelf, openWarehouse, ownWarehouse } from './keepWarehouse.ts'

/** Capitals: codes of other accounts begin with small letters, so that none can be taken for a warehouse. */
const code = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,19}$/)
const shelf = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/)

export const warehouseRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/relief/warehouses',
    policy: managing,
    summary: 'Open a warehouse',
    body: z.object({ code, name: line(200), place: line(60), capacityM3: maybe(z.number().min(0.001)) }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => openWarehouse(db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/warehouses/:warehouse/close',
    policy: managing,
    summary: 'Close an empty warehouse',
    params: byWarehouse,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => closeWarehouse(db, params.warehouse)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/warehouses/:warehouse/shelves',
    policy: keeping,
    summary: 'Open a shelf',
    params: byWarehouse,
    body: z.object({ name: shelf }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, async (db) => {
        const warehouse = await ownWarehouse(db, params.warehouse)
        return 'refused' in warehouse ? warehouse : openShelf(db, warehouse, body.name)
      }),
  }),
  route({
    method: 'POST',
    url: '/api/relief/warehouses/:warehouse/shelves/:shelf/close',
    policy: keeping,
    summary: 'Close an empty shelf',
    params: byWarehouse.extend({ shelf }),
    answer: ({ house, actor, params }) =>
      act(house.doors, actor, async (db) => {
        const warehouse = await ownWarehouse(db, params.warehouse)
        return 'refused' in warehouse ? warehouse : closeShelf(db, warehouse, params.shelf, new Date().toISOString().slice(0, 10))
      }),
  }),
]
