/** The requests of waybills: sent, received at the other end, their differences explained by one and signed by another. */
import { z } from 'zod'
import { type AnyRoute, act, byId, line, maybe, type Policy, read, route } from '../../../kernel/index.ts'
import { keeping, stockPolicy } from '../office.ts'
import { byWarehouse, moment, stockLine } from '../typed.ts'
import { pickForRelease } from './pickForRelease.ts'
import { receiveWaybill } from './receiveWaybill.ts'
import { sendWaybill } from './sendWaybill.ts'
import { explainDiscrepancy, signDiscrepancy } from './settle.ts'
import { waybillsOf } from './waybillsOf.ts'

const receivers: Policy = { who: ['warehouse', 'pipeline', 'partner'], class: 2 }
const signers: Policy = { who: ['warehouse', 'pipeline', 'clusterCoordinator'], class: 2 }
const readers: Policy = { who: [...(stockPolicy.who as readonly 'warehouse'[]), 'partner'], class: 2 }

const waybill = z.object({
  ...{ at: moment, release: maybe(z.uuid()), organisation: maybe(z.uuid()), toWarehouse: maybe(z.uuid()), place: line(60) },
  ...{ transporter: line(200), vehicle: line(60), driver: maybe(line(60)) },
  lines: z
    .array(stockLine.extend({ reason: maybe(line(500)) }))
    .min(1)
    .max(300),
})
const whole = z.int().min(0).max(100_000_000)
const receipt = z.object({
  ...{ at: moment, shelf: maybe(line(120)), note: maybe(line(1000)) },
  lines: z.array(z.object({ item: line(40), lot: z.string().trim().max(60).default(''), received: whole, damaged: whole.default(0) })).max(300),
})

export const waybillRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/waybills',
    policy: readers,
    summary: 'Waybills with what was received of them; a partner sees those for his organisation',
    answer: async ({ house, actor }) => ({ waybills: await read(house.doors, actor, (db) => waybillsOf(db)) }),
  }),
  route({
    method: 'GET',
    url: '/api/relief/warehouses/:warehouse/pick/:release',
    policy: keeping,
    summary: 'What to take from which shelf for a release: what expires first goes first',
    params: byWarehouse.extend({ release: z.uuid() }),
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => pickForRelease(db, params.warehouse, params.release)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/warehouses/:warehouse/waybills',
    policy: keeping,
    summary: 'Goods leave with a waybill',
    params: byWarehouse,
    body: waybill,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => sendWaybill(db, params.warehouse, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/waybills/:id/receive',
    policy: receivers,
    summary: 'Write down what came of a waybill',
    params: byId,
    body: receipt,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => receiveWaybill(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/discrepancies/:id/explain',
    policy: signers,
    summary: 'Say what became of what came short, damaged or above',
    params: byId,
    body: z.object({ words: z.string().trim().max(2000), outcome: maybe(z.enum(['lost', 'not_loaded'])) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => explainDiscrepancy(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/discrepancies/:id/sign',
    policy: signers,
    summary: 'Sign the explanation of somebody else',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => signDiscrepancy(db, params.id, new Date().toISOString())),
  }),
]
