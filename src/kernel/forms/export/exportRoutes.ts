/** Exports of a form's answers. The rows are those that the reader may see, and that his filter lets through. */
import { z } from 'zod'
import { isRefused, read, refused } from '../../db/transaction.ts'
import { type AnyRoute, type Policy, route } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import { onTop } from '../answerFilter.ts'
import { filterCondition } from '../odata/filterSql.ts'
import { odataRoutes } from '../odata/odataRoutes.ts'
import { shapeOf } from '../questionTable.ts'
import { dictionaryOf } from './dictionary.ts'
import { archiveFile, csvFile, geoJsonFile, workbookFile } from './exportFiles.ts'

const readers: Policy = { who: ['dataOfficer', 'coordinator', 'chief', 'monitoring'], class: 2 }

const yes = z.enum(['true', 'false']).default('false')

const query = z.object({
  format: z.enum(['csv', 'zip', 'xlsx', 'geojson', 'dictionary']).default('csv'),
  table: z.string().max(500).default('Submissions'),
  filter: z.string().max(2000).optional(),
  language: z.string().max(60).default('pt'),
  labels: yes,
  split: yes,
  groups: z.enum(['true', 'false']).default('true'),
  hxl: yes,
  files: z.enum(['true', 'false']).default('true'),
})

export const exportRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/forms/export/:id',
    policy: readers,
    summary: 'Answers of a form as CSV, ZIP, XLSX, GeoJSON, or its dictionary',
    params: z.object({ id: z.uuid() }),
    query,
    answer: async ({ house, actor, params, query: asked }) => {
      const shape = await read(house.doors, actor, (db) => shapeOf(house, db, params.id))
      if (!shape) return refused(refuse('access.not-found'))
      if (shape.sealed && asked.format !== 'dictionary') return refused(refuse('forms.sealed-no-export', { form: shape.title }))
      const table = shape.tables.find(({ name }) => name === asked.table)
      if (!table) return refused(refuse('access.not-found'))
      // A filter speaks of submissions; in the other tables it lets through the turns of those it fits.
      const condition = asked.filter ? filterCondition(asked.filter, shape, shape.tables[0]!) : undefined
      if (isRefused(condition)) return condition
      const where = condition && onTop(condition)
      const flags = { labels: asked.labels === 'true', split: asked.split === 'true', groups: asked.groups === 'true', hxl: asked.hxl === 'true' }
      const what = { house, actor, shape, where, language: asked.language, ...flags }
      if (asked.format === 'zip') return archiveFile(what, asked.files === 'true')
      if (asked.format === 'xlsx') return workbookFile(what)
      if (asked.format === 'geojson') return geoJsonFile(what)
      return asked.format === 'dictionary' ? dictionaryOf(shape) : csvFile(what, table)
    },
  }),
  ...odataRoutes,
]
