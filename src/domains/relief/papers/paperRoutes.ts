/** The requests of papers about goods inside a warehouse: received, moved, counted, packed, cancelled, signed. */
import { z } from 'zod'
import { type AnyRoute, act, byId, line, maybe, read, route } from '../../../kernel/index.ts'
import { keeping } from '../office.ts'
import { expectedLines } from '../pipeline/receivedOfLine.ts'
import { byWarehouse, moment, reason, stockLine } from '../typed.ts'
import { breakKits, packKits } from './assembleKits.ts'
import { cancelPaper } from './cancelPaper.ts'
import { countShelf } from './countShelf.ts'
import { moveWithin, movingKinds } from './moveWithin.ts'
import { receiveGoods } from './receivedNote.ts'
import { explainUnexplained, signProposal, signUnexplained } from './settle.ts'

const lines = z.array(stockLine).min(1).max(300)
const paper = '/api/relief/warehouses/:warehouse/papers'

const received = z.object({
  ...{ source: z.enum(['order', 'donation', 'opening']), reference: maybe(line(120)), at: moment },
  lines: z
    .array(stockLine.extend({ ordered: maybe(z.int().min(0).max(100_000_000)), pipelineLine: maybe(z.uuid()) }))
    .min(1)
    .max(300),
})
const moved = z.object({ at: moment, words: maybe(line(1000)), lines, toShelf: maybe(line(120)), organisation: maybe(z.uuid()) })
const counted = z.object({
  ...{ shelf: line(120), words: maybe(line(1000)) },
  lines: z
    .array(
      z.object({
        ...{ item: line(40), lot: z.string().trim().max(60).default(''), counted: z.int().min(0).max(100_000_000) },
        countedAt: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(300),
})
const packed = z.object({ kit: line(40), edition: maybe(z.int().min(1)), kits: z.int().min(1).max(1_000_000), toShelf: line(120), at: moment })
const broken = z.object({ kit: line(40), lot: line(60), kits: z.int().min(1).max(1_000_000), shelf: line(120), parts: lines, at: moment })

export const paperRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/expected',
    policy: keeping,
    summary: 'What is on its way and not received yet, for the note of what comes in',
    answer: async ({ house, actor }) => ({ expected: await read(house.doors, actor, expectedLines) }),
  }),
  route({
    method: 'POST',
    url: `${paper}/receive`,
    policy: keeping,
    summary: 'Goods came in: ordered beside received, shelf by shelf',
    params: byWarehouse,
    body: received,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => receiveGoods(db, params.warehouse, body)),
  }),
  route({
    method: 'POST',
    url: `${paper}/move/:kind`,
    policy: keeping,
    summary: 'Goods change their shelf, are put aside, come back, are lost or damaged',
    params: byWarehouse.extend({ kind: z.enum(movingKinds) }),
    body: moved,
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) => moveWithin(db, params.warehouse, params.kind, body, house.pack.thresholds.stockAloneUpTo)),
  }),
  route({
    method: 'POST',
    url: `${paper}/count`,
    policy: keeping,
    summary: 'A shelf was counted, each line at its own moment',
    params: byWarehouse,
    body: counted,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => countShelf(db, params.warehouse, body, house.pack.thresholds.stockAloneUpTo)),
  }),
  route({
    method: 'POST',
    url: `${paper}/pack`,
    policy: keeping,
    summary: 'Kits are packed from their parts',
    params: byWarehouse,
    body: packed,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => packKits(db, house, params.warehouse, body)),
  }),
  route({
    method: 'POST',
    url: `${paper}/break`,
    policy: keeping,
    summary: 'Kits are broken into their parts',
    params: byWarehouse,
    body: broken,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => breakKits(db, params.warehouse, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/papers/:id/cancel',
    policy: keeping,
    summary: 'Cancel a paper by another that mirrors it',
    params: byId,
    body: reason,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => cancelPaper(db, params.id, body.words, new Date().toISOString())),
  }),
  route({
    method: 'POST',
    url: '/api/relief/proposals/:id/sign',
    policy: keeping,
    summary: 'Sign a loss, a damage or a count that somebody else wrote',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => signProposal(db, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/unexplained/:id/explain',
    policy: keeping,
    summary: 'Explain what the ledger could not',
    params: byId,
    body: reason,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => explainUnexplained(db, params.id, body.words)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/unexplained/:id/sign',
    policy: keeping,
    summary: 'Sign the explanation of somebody else',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => signUnexplained(db, params.id)),
  }),
]
