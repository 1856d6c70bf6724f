/** The gaps over HTTP: page, table files and sheet from one set of figures. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, type Policy, read, refuse, refused, route, today } from '../../../kernel/index.ts'
import { tableFile, tableFormats } from '../tableFile.ts'
import { gapSheet, gapTable } from './gapFiles.ts'
import { gapsNow } from './gapsNow.ts'

const readers: Policy = { who: ['pipeline', 'clusterCoordinator', 'chief', 'monitoring'], class: 2 }

export const gapRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/gaps',
    policy: readers,
    summary: 'Households without an item or kit, by district: present, reached, on the way, gap, each with source and age; unknown stays unknown',
    query: z.object({
      code: z.string().max(40),
      format: z.enum(['json', 'pdf', ...tableFormats]).default('json'),
      lang: z.enum(['pt', 'en']).default('pt'),
    }),
    answer: async ({ house, actor, query: { code, format, lang } }) => {
      const known = await read(house.doors, actor, (db) =>
        db.one(sql`select 1 from relief.item where code = ${code} union all select 1 from relief.kit where code = ${code} limit 1`),
      )
      if (!known) return refused(refuse('relief.things-unknown', { codes: [code] }))
      const gaps = await gapsNow(house, actor, code, today())
      if (format === 'json') return gaps
      if (format === 'pdf') return read(house.doors, actor, (db) => gapSheet(db, house, gaps, lang))
      return tableFile(gapTable(gaps, lang), format)
    },
  }),
]
