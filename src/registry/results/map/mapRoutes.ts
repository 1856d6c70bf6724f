/** The strategy map over HTTP: the chief of mission's first page, narrowed to a place or a donor. */
import { z } from 'zod'
import { type AnyRoute, type Content, read, refused, route } from '../../../kernel/index.ts'
import { collectBytes } from '../../../kernel/publishing.ts'
import { writeXlsx } from '../../../kernel/tables.ts'
import { readCatalogue } from '../catalogue.ts'
import { resultsOffice } from '../office.ts'
import { readStrategy } from '../strategy.ts'
import { resultsMatrix } from './resultsMatrix.ts'
import { strategyMap } from './strategyMap.ts'

export const mapRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/results/map',
    policy: resultsOffice,
    summary: 'Each focus area with its activities under way and late, and its indicators in date and unknown',
    query: z.object({ place: z.string().max(20).optional(), donor: z.uuid().optional() }),
    answer: async ({ house, actor, query }) => {
      const strategy = readStrategy(house.pack.strategy)
      if ('code' in strategy) return refused(strategy)
      const catalogue = readCatalogue(house.pack.indicators)
      if ('code' in catalogue) return refused(catalogue)
      return read(house.doors, actor, (db) => strategyMap(house, db, strategy, catalogue, query, new Date().toISOString().slice(0, 10)))
    },
  }),
  route({
    method: 'GET',
    url: '/api/results/matrix',
    policy: resultsOffice,
    summary:
      'The results matrix as a workbook: objectives, outcomes, outputs and activities with indicator, source, baseline, target and assumption; areas by goal',
    query: z.object({ lang: z.enum(['pt', 'en']).default('pt') }),
    answer: async ({ house, actor, query: { lang } }) => {
      const strategy = readStrategy(house.pack.strategy)
      if ('code' in strategy) return refused(strategy)
      const catalogue = readCatalogue(house.pack.indicators)
      if ('code' in catalogue) return refused(catalogue)
      const table = await read(house.doors, actor, (db) => resultsMatrix(house, db, strategy, catalogue, lang))
      const content = Buffer.from(await collectBytes((out) => writeXlsx(table, out)))
      return { content, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: `results-matrix-${lang}.xlsx` } satisfies Content
    },
  }),
]
