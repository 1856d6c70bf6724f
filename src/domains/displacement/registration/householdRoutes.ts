/** The requests about one household: finding it, opening it, splitting and joining, and forgetting people who withdraw their consent. Opening a name leaves a line. */
import { z } from 'zod'
import { type AnyRoute, act, destroyBuried, isRefused, type Policy, read, route } from '../../../kernel/index.ts'
import { householdByNumber, mergeHouseholds, searchPeople } from '../../../registry/people/index.ts'
import { splitRegistered, undoRegisteredChange } from './changeHousehold.ts'
import { weightsNow } from './linkageWeights.ts'
import { lookAtHousehold } from './lookAtHousehold.ts'
import { whatIsKept } from './whatIsKept.ts'
import { withdrawConsent, withdrawForPurpose } from './withdrawConsent.ts'

const registrars: Policy = { who: ['registrar'], class: 3 }
const byId = z.object({ id: z.uuid() })
/** Words of one's own could name somebody: the purpose is one of these. */
const purpose = z.enum(['assistance', 'correction', 'verification', 'withdrawal', 'card', 'complaint', 'family-tracing'])
const word = z.string().trim().max(100)
const reason = z.string().trim().min(1).max(500)

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
    url: '/api/registration/households/find',
    policy: registrars,
    summary: 'A household by the number on its card: place, state and size, without a name',
    body: z.object({ number: z.string().max(30) }),
    answer: ({ house, actor, body }) => read(house.doors, actor, (db) => householdByNumber(db, body.number)),
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
    body: z.object({ people: z.array(z.uuid()).min(1).max(200), head: z.uuid(), day: z.iso.date(), reason }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => splitRegistered(db, { household: params.id, ...body })),
  }),
  route({
    method: 'POST',
    url: '/api/registration/households/:id/merge',
    policy: registrars,
    summary: 'All people of a household join another; the history stays',
    params: byId,
    body: z.object({ into: z.uuid(), day: z.iso.date(), reason }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => mergeHouseholds(db, { from: params.id, ...body })),
  }),
  route({
    method: 'POST',
    url: '/api/registration/changes/:id/undo',
    policy: registrars,
    summary: 'Undo a split or a merge: the people go back to where they were; the history stays',
    params: byId,
    body: z.object({ day: z.iso.date(), reason }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => undoRegisteredChange(db, { change: params.id, ...body })),
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
