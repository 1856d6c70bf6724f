/** The requests about one household: finding it, opening it, splitting and joining, and forgetting people who withdraw their consent. Opening a name leaves a line. */
import { z } from 'zod'
import { type AnyRoute, act, destroyBuried, isRefused, type Policy, read, route } from '../../../kernel/index.ts'
import { mergeHouseholds, searchPeople, splitHousehold } from '../../../registry/people/index.ts'
import { weightsNow } from './linkageWeights.ts'
import { lookAtHousehold } from './lookAtHousehold.ts'
import { verifyLine } from './verifyLine.ts'
import { whatIsKept } from './whatIsKept.ts'
import { withdrawConsent, withdrawForPurpose } from './withdrawConsent.ts'

const registrars: Policy = { who: ['registrar'], class: 3 }
const byId = z.object({ id: z.uuid() })
/** Words of one's own could name somebody: the purpose is one of these. */
const purpose = z.enum(['assistance', 'correction', 'withdrawal', 'card', 'complaint', 'family-tracing'])
const word = z.string().trim().max(100)

export const householdRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/registration/search',
    policy: registrars,
    summary: 'Find a registered person, for a purpose; who, why and how many were found is kept, never the words',
    body: z.object({ purpose, given: word.optional(), surname: word.optional(), birth: word.optional(), phone: word.optional(), document: word.optional() }),
    answer: ({ house, actor, body: { purpose: why, given, surname, birth, phone, document } }) =>
      act(house.doors, actor, async (db) => {
        const found = await searchPeople(db, house, await weightsNow(db), { given, family: surname, birth, phone, document }, why)
        return {
          people: found.map(({ person: { id, household, number, scope, sex, birthYear, row }, weightBits }) => {
            return { id, household, number, scope, sex, birthYear, given: row.given ?? null, surname: row.family ?? null, weightBits }
          }),
        }
      }),
  }),
  route({
    method: 'POST',
    url: '/api/registration/households/:id/look',
    policy: registrars,
    summary: 'Open a household: people, history, consent; leaves a line in the audit',
    params: byId,
    body: z.object({ purpose }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => lookAtHousehold(db, house, params.id, body.purpose)),
  }),
  route({
    method: 'POST',
    url: '/api/registration/households/:id/split',
    policy: registrars,
    summary: 'These people become a household of their own, with a number of its own; the history stays',
    params: byId,
    body: z.object({ people: z.array(z.uuid()).min(1).max(200), head: z.uuid(), day: z.iso.date() }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => splitHousehold(db, { household: params.id, ...body })),
  }),
  route({
    method: 'POST',
    url: '/api/registration/households/:id/merge',
    policy: registrars,
    summary: 'All people of a household join another; the history stays',
    params: byId,
    body: z.object({ into: z.uuid(), day: z.iso.date() }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => mergeHouseholds(db, { from: params.id, ...body })),
  }),
  route({
    method: 'POST',
    url: '/api/registration/lines/:id/verify',
    policy: registrars,
    summary: 'A line of an exercise is verified, or rejected',
    params: byId,
    body: z.object({ verification: z.enum(['verified', 'rejected']) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => verifyLine(db, params.id, body.verification)),
  }),
  route({
    method: 'POST',
    url: '/api/registration/households/:id/withdraw',
    policy: registrars,
    summary: 'Consent is withdrawn: these people, or all, are erased here, on phones and in every backup',
    params: byId,
    body: z.object({ people: z.array(z.uuid()).min(1).max(200).optional() }),
    answer: async ({ house, actor, params, body }) => {
      const done = await act(house.doors, actor, (db) => withdrawConsent(db, params.id, body.people ?? null))
      if (isRefused(done)) return done
      await destroyBuried(house)
      return done
    },
  }),
  route({
    method: 'POST',
    url: '/api/registration/households/:id/withdraw-purpose',
    policy: registrars,
    summary: 'Consent is withdrawn for one purpose; whoever withdraws it for a finger has its keys destroyed, and everything else stays',
    params: byId,
    body: z.object({ purpose: z.enum(['sharing', 'biometrics']), person: z.uuid().optional() }),
    answer: async ({ house, actor, params, body }) => {
      const done = await act(house.doors, actor, (db) => withdrawForPurpose(db, { household: params.id, person: body.person ?? null, purpose: body.purpose }))
      if (!isRefused(done)) await destroyBuried(house)
      return done
    },
  }),
  route({
    method: 'GET',
    url: '/api/registration/kept',
    policy: registrars,
    summary: 'What is kept of people who were erased, and why',
    answer: ({ house, actor }) => read(house.doors, actor, whatIsKept),
  }),
]
