/** The requests of the drawings of a design. */
import { z } from 'zod'
import {
  type AnyRoute,
  act,
  byId,
  type Content,
  getRow,
  line,
  type House as Mission,
  type Policy,
  read,
  refuse,
  refused,
  route,
  theSystem,
} from '../../../kernel/index.ts'
import { officers, openReaders } from '../office.ts'
import { isReleased, publicDesigns, publicDrawing, releaseDesign } from './designRelease.ts'
import { Drawing, type DrawingRow } from './drawing.ts'
import { drawingsOf, keepDrawing } from './keepDrawing.ts'

const readers: Policy = { who: openReaders, class: 2 }
const everyone: Policy = { who: 'everyone', class: 1 }
const keepers: Policy = { who: officers, class: 2 }

async function fileOf(mission: Mission, drawing: Pick<DrawingRow, 'id' | 'type' | 'sha256'> | null | undefined, cache: 'private' | 'public') {
  const content = drawing && (await mission.files.get(drawing.sha256))
  if (!content) return refused(refuse('access.not-found'))
  const name = drawing.type === 'application/pdf' ? { name: `${drawing.id}.pdf` } : {}
  return { content, type: drawing.type, ...name, headers: { 'cache-control': `${cache}, max-age=${cache === 'public' ? 3600 : 86400}` } } satisfies Content
}

export const drawingRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/solutions/designs/:id/drawings',
    policy: readers,
    summary: 'The drawings of a design, each with what it shows and its licence',
    params: byId,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, async (db) => ({ drawings: await drawingsOf(db, params.id), open: await isReleased(db, params.id) })),
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
    answer: async ({ house, actor, params }) => fileOf(house, await read(house.doors, actor, (db) => getRow(db, Drawing, params.id)), 'private'),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/designs/:id/release',
    policy: keepers,
    summary: 'Put a design into the public library, or take it out, with the reason',
    params: byId,
    body: z.object({ open: z.boolean(), reason: line(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => releaseDesign(db, house, params.id, body)),
  }),
  route({
    method: 'GET',
    url: '/api/solutions/public-designs',
    policy: everyone,
    summary: 'The public library of designs: what anybody may build again, with licence and drawings',
    answer: async ({ house }) => ({ designs: await read(house.doors, theSystem, publicDesigns) }),
  }),
  route({
    method: 'GET',
    url: '/api/solutions/public-drawings/:id',
    policy: everyone,
    summary: 'A drawing of a design in the public library',
    params: byId,
    answer: async ({ house, params }) => fileOf(house, await read(house.doors, theSystem, (db) => publicDrawing(db, params.id)), 'public'),
  }),
]
