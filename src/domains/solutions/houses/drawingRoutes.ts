/** The requests of the drawings of a design. */
import { z } from 'zod'
import { type AnyRoute, act, byId, getRow, line, type Policy, read, refuse, refused, route } from '../../../kernel/index.ts'
import { officers, openReaders } from '../office.ts'
import { Drawing } from './drawing.ts'
import { drawingsOf, keepDrawing } from './keepDrawing.ts'

const readers: Policy = { who: openReaders, class: 2 }
const keepers: Policy = { who: officers, class: 2 }

export const drawingRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/solutions/designs/:id/drawings',
    policy: readers,
    summary: 'The drawings of a design, each with what it shows and its licence',
    params: byId,
    answer: async ({ house, actor, params }) => ({ drawings: await read(house.doors, actor, (db) => drawingsOf(db, params.id)) }),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/designs/:id/drawings',
    policy: keepers,
    summary: 'Add a drawing to a design: PNG, JPEG or PDF',
    params: byId,
    upload: true,
    body: z.object({ words: line(500), licence: line(100) }),
    answer: async ({ house, actor, params, body, files: [upload] }) =>
      upload ? act(house.doors, actor, (db) => keepDrawing(db, house, params.id, { ...body, upload })) : refused(refuse('house.drawing-none')),
  }),
  route({
    method: 'GET',
    url: '/api/solutions/drawings/:id/file',
    policy: readers,
    summary: 'A drawing itself',
    params: byId,
    answer: async ({ house, actor, params }) => {
      const drawing = await read(house.doors, actor, (db) => getRow(db, Drawing, params.id))
      const content = drawing && (await house.files.get(drawing.sha256))
      if (!content) return refused(refuse('access.not-found'))
      const name = drawing.type === 'application/pdf' ? { name: `${drawing.id}.pdf` } : {}
      return { content, type: drawing.type, ...name, headers: { 'cache-control': 'private, max-age=86400' } }
    },
  }),
]
