/** The requests of localities. */
import { z } from 'zod'
import { type AnyRoute, act, byId, day, line, maybe, type Policy, read, route } from '../../../kernel/index.ts'
import { officers, openReaders } from '../office.ts'
import { compareCriteria, keepFacts, localitiesNow, proposeLocality } from './keepLocality.ts'

const readers: Policy = { who: openReaders, class: 2 }
const keepers: Policy = { who: officers, class: 2 }

const criterion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('yes'), code: line(60), points: z.int().min(-20).max(20) }),
  z.object({ kind: z.literal('each'), code: line(60), points: z.int().min(-20).max(20), atMost: z.int().min(1).max(100) }),
])
const criteria = z.array(criterion).min(1).max(40)
const facts = z.object({
  answers: z.array(z.object({ code: line(60), answer: z.union([z.boolean(), z.number(), z.null()]), evidence: maybe(line(500)) })).max(40),
  hazards: z
    .array(z.object({ kind: z.enum(['flood', 'erosion', 'wind', 'fire', 'landslide']), mitigation: maybe(line(1000)), districtSigned: maybe(line(200)) }))
    .max(10),
  minutes: z
    .array(z.object({ on: day, with: z.enum(['community', 'district', 'province']), present: maybe(z.int().min(1).max(100_000)), words: line(2000) }))
    .max(50),
  landConflict: z.enum(['yes', 'no', 'unknown']),
})

export const localityRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/solutions/localities',
    policy: readers,
    summary: 'Localities with their scores, hazards, minutes and who else is there',
    answer: async ({ house, actor }) => ({ localities: await read(house.doors, actor, localitiesNow) }),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/localities',
    policy: keepers,
    summary: 'Propose a locality',
    body: z.object({ programme: line(60), place: line(60), choice: z.int().min(1).max(1000), criteria, criteriaSource: line(300) }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => proposeLocality(db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/localities/:id/facts',
    policy: keepers,
    summary: 'Answers with evidence, hazards, minutes and land of a locality that is not agreed yet',
    params: byId,
    body: facts,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepFacts(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/localities/compare',
    policy: readers,
    summary: 'The localities of one choice under other points: who would enter, leave and stay where there is room for so many; nothing is written',
    body: z.object({ programme: line(60), choice: z.int().min(1).max(1000), criteria, room: z.int().min(1).max(1000) }),
    answer: async ({ house, actor, body }) => ({ compared: compareCriteria(await read(house.doors, actor, localitiesNow), body) }),
  }),
]
