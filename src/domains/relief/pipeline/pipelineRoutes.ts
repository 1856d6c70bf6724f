/** The board of the pipeline over HTTP. It adds up all warehouses, so those who keep one area alone do not read it. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, act, type Db, type House, type Policy, read, route, today } from '../../../kernel/index.ts'
import { tableFile, tableFormats } from '../tableFile.ts'
import { boardOf } from './board.ts'
import { keepLine, linesNow } from './keepLine.ts'
import { losses, monthlyIssues } from './pastMoves.ts'
import { boardTable } from './pipelineFiles.ts'
import { stages } from './pipelineLine.ts'
import { proposalFor } from './proposal.ts'
import { supplyNow } from './supplyNow.ts'
import { mondays } from './weeksAhead.ts'

const readers: Policy = { who: ['pipeline', 'clusterCoordinator', 'chief', 'monitoring'], class: 2 }
const manager: Policy = { who: ['pipeline'], class: 2 }
const words = (letters: number) => z.string().trim().max(letters).nullable().default(null)
const ref = z.uuid().nullable().default(null)
const points = z.int().min(0).max(10)

const line = z.object({
  ...{ item: z.string().max(40), quantity: z.int().min(1).max(2_000_000_000), donor: ref },
  ...{ earliest: z.iso.date(), likely: z.iso.date(), latest: z.iso.date() },
  ...{ stage: z.enum(stages), confidence: z.int().min(0).max(100), needCited: ref, specification: words(2000) },
  offers: z
    .array(
      z.object({
        ...{ supplier: z.string().trim().min(1).max(200), price: z.number().min(0).nullable().default(null), currency: words(3) },
        ...{ need: points, context: points, environment: points, value: points },
      }),
    )
    .max(50)
    .default([]),
  ...{ wood: z.boolean().default(false), woodSource: words(500), woodAssessment: ref },
})

/** People know goods by their names, the ledger by codes. */
const itemNames = async (db: Db, codes: readonly string[]) => {
  const rows = await db.rows<{ code: string; name: { pt: string; en: string } }>(
    sql`select code, name from relief.item where code = any (${[...codes]}::text[])`,
  )
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]))
}

const supplyOf = (house: House) => (db: Parameters<typeof supplyNow>[0]) => supplyNow(db, today(), house.pack.thresholds.reliefConfidentPercent)

export const pipelineRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/pipeline',
    policy: readers,
    summary: 'Weeks by items: stock with what is confirmed, beside it with what is not, the promise for now, and what is on its way',
    query: z.object({ format: z.enum(['json', ...tableFormats]).default('json'), lang: z.enum(['pt', 'en']).default('pt') }),
    answer: ({ house, actor, query: { format, lang } }) =>
      read(house.doors, actor, async (db) => {
        const weeks = mondays(today())
        const board = boardOf(await supplyOf(house)(db), today(), await monthlyIssues(db, today()))
        if (format !== 'json') return tableFile(boardTable(board, weeks, lang), format)
        const lines = await linesNow(db, house)
        const names = await itemNames(
          db,
          [...board, ...lines].map(({ item }) => item),
        )
        return { weeks, board, lines, names, losses: await losses(db), confidentPercent: house.pack.thresholds.reliefConfidentPercent }
      }),
  }),
  route({
    method: 'POST',
    url: '/api/relief/pipeline-lines',
    policy: manager,
    summary: 'Enter what is on its way',
    body: line,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepLine(db, house.pack.country.pcode, body, null)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/pipeline-lines/:id',
    policy: manager,
    summary: 'Change what is on its way: its dates, stage, confidence and offers',
    params: z.object({ id: z.uuid() }),
    body: line,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepLine(db, house.pack.country.pcode, body, params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/pipeline/allocation',
    policy: { who: ['pipeline', 'clusterCoordinator'], class: 2 },
    summary: 'Too little for too many: who would get how much of an item, and why',
    query: z.object({ item: z.string().max(40), minimum: z.coerce.number().min(0).max(1).default(0) }),
    answer: ({ house, actor, query: { item, minimum } }) => read(house.doors, actor, async (db) => proposalFor(db, await supplyOf(house)(db), item, minimum)),
  }),
]
