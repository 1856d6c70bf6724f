/** The requests of registration: exercises, their totals, and what a card may say of a household. Steps of an exercise are the kernel's. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, act, type Policy, read, refuse, refused, route } from '../../../kernel/index.ts'
import { householdFacts } from '../../../registry/people/index.ts'
import { createExercise, exercisesNow } from './exercises.ts'
import { linesOf, verdicts, verifyLine } from './verifyLines.ts'

const registrars: Policy = { who: ['registrar'], class: 3 }
const office: Policy = { who: ['registrar', 'duplicateReviewer', 'dataOfficer', 'coordinator', 'chief', 'monitoring'], class: 2 }
const byId = z.object({ id: z.uuid() })
const words = (most: number) => z.string().trim().min(1).max(most)

export const registrationRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/registration/exercises',
    policy: office,
    summary: 'Registration exercises; how many households and people only for those who register',
    answer: async ({ house, actor }) => ({ exercises: await read(house.doors, actor, exercisesNow) }),
  }),
  route({
    method: 'POST',
    url: '/api/registration/exercises',
    policy: registrars,
    summary: 'Begin a registration exercise',
    body: z.object({
      operation: z.uuid(),
      name: words(200),
      sites: z.array(z.string().max(60)).min(1).max(500),
      purpose: words(1000),
      legalBasis: words(500),
      retainUntil: z.iso.date(),
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => createExercise(db, body)),
  }),
  route({
    method: 'GET',
    url: '/api/registration/exercises/:id/lines',
    policy: registrars,
    summary: 'Lines of an exercise by their verification, oldest first, with sizes and without names; and how many there are of each',
    params: byId,
    query: z.object({ verification: z.enum(verdicts).default('unverified') }),
    answer: ({ house, actor, params, query }) => read(house.doors, actor, (db) => linesOf(db, params.id, query.verification)),
  }),
  route({
    method: 'POST',
    url: '/api/registration/lines/:id/verify',
    policy: registrars,
    summary: 'A line of an exercise is verified, rejected for a reason, or put back to be looked at again',
    params: byId,
    body: z.object({ verification: z.enum(verdicts), reason: z.string().trim().max(500).optional() }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) => verifyLine(db, params.id, { verification: body.verification, reason: body.reason || null })),
  }),
  route({
    method: 'GET',
    url: '/api/registration/households/:id/card-facts',
    policy: registrars,
    summary: 'What a card says of a household: number, size by age band, exercise, place; no names',
    params: byId,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, async (db) => {
        const facts = await householdFacts(db, params.id)
        if (!facts || facts.state !== 'active') return refused(refuse('access.not-found'))
        const exercise = await db.one<{ id: string; name: string }>(sql`
          select e.id, e.name from displacement.registration_line l join displacement.registration_exercise e on e.id = l.exercise
          where l.household = ${params.id} order by l.day desc, l.recorded_at desc limit 1`)
        const { id, number, place, placeName, people, byAge, version } = facts
        return { household: id, number, version, people, byAge, exercise, place, placeName }
      }),
  }),
]
