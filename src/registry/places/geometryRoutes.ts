/** The requests about the point and the boundary of one place: moving, replacing, what stood before, and setting that again. */
import { z } from 'zod'
import { type AnyRoute, act, type Policy, read, refuse, refused, route } from '../../kernel/index.ts'
import { earlierOf, movePoint, replaceBoundary, setAgain } from './changeGeometry.ts'

const officers: Policy = { who: ['dataOfficer', 'admin'], class: 2 }
const byId = z.object({ id: z.uuid() })
const reason = z.string().trim().min(1).max(500)

export const geometryRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/places/geometry/:id',
    policy: officers,
    summary: 'What stood as point or boundary of a place before, until when, and who replaced it why',
    params: byId,
    answer: async ({ house, actor, params }) => ({ earlier: await read(house.doors, actor, (db) => earlierOf(db, params.id)) }),
  }),
  route({
    method: 'POST',
    url: '/api/places/geometry/:id/point',
    policy: officers,
    summary: 'Move the point of a place; checked against the country and its district',
    params: byId,
    body: z.object({ lon: z.string().trim().max(40), lat: z.string().trim().max(40), reason, evenSo: z.boolean().default(false) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => movePoint(db, house, { place: params.id, ...body })),
  }),
  route({
    method: 'POST',
    url: '/api/places/geometry/:id/boundary',
    policy: officers,
    summary: 'Replace the boundary of one area by a GeoJSON: closed, crossing nothing, inside the area that it lies in',
    params: byId,
    upload: true,
    body: z.looseObject({ credit: z.string().max(400).default(''), reason }),
    answer: async ({ house, actor, params, files, body }) => {
      const [file] = files
      if (!file) return refused(refuse('import.no-file'))
      const asked = { place: params.id, file: file.bytes.toString('utf8'), credit: body.credit, reason: body.reason }
      return act(house.doors, actor, (db) => replaceBoundary(db, asked))
    },
  }),
  route({
    method: 'POST',
    url: '/api/places/geometry/earlier/:id/set-again',
    policy: officers,
    summary: 'Set again what stood before as point or boundary',
    params: byId,
    body: z.object({ reason }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => setAgain(db, params.id, body.reason)),
  }),
]
