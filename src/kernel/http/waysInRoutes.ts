/** Sessions and tokens one by one: everybody sees and ends his own, an administrator those of others. */
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { personById } from '../access/people.ts'
import { doorRulesOf } from '../access/sessions.ts'
import { createToken } from '../access/tokens.ts'
import { endSession, revokeToken, sessionsOf, tokensOf } from '../access/waysIn.ts'
import { asOwner, type Refused, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import { notByToken } from './ownAccountRoutes.ts'
import { areaList, roleList } from './peopleRoutes.ts'
import { type AnyRoute, route } from './route.ts'

const everybody = { who: 'signedIn' as const, class: 2 as const }
const admins = { who: ['admin'] as const, class: 2 as const }
const one = z.object({ id: z.uuid() })
const oneOfPerson = z.object({ person: z.uuid(), id: z.uuid() })

const waysInOf = async (house: House, person: string, asking: string | null) => ({
  sessions: await sessionsOf(house.doors, doorRulesOf(house.pack), person, asking),
  tokens: await tokensOf(house.doors, person),
})

const ended = async (house: House, actor: Actor, end: typeof endSession, person: string, id: string): Promise<{ ok: true } | Refused> =>
  (await end(house.doors, { ...asOwner(house.doors), actor }, person, id)) ? { ok: true } : refused(refuse('access.not-found'))

export const waysInRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/me/ways-in',
    policy: everybody,
    summary: 'My open sessions and tokens',
    answer: async ({ house, actor, sessionSecret }) => notByToken(actor) ?? waysInOf(house, actor.userId!, sessionSecret),
  }),
  route({
    method: 'DELETE',
    url: '/api/me/sessions/:id',
    policy: everybody,
    summary: 'End one of my sessions',
    params: one,
    answer: async ({ house, actor, params }) => notByToken(actor) ?? ended(house, actor, endSession, actor.userId!, params.id),
  }),
  route({
    method: 'DELETE',
    url: '/api/me/tokens/:id',
    policy: everybody,
    summary: 'Revoke one of my tokens',
    params: one,
    answer: async ({ house, actor, params }) => notByToken(actor) ?? ended(house, actor, revokeToken, actor.userId!, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/people/:id/ways-in',
    policy: admins,
    summary: 'Open sessions and tokens of this person',
    params: one,
    answer: async ({ house, params, sessionSecret }) =>
      (await personById(house.doors, params.id)) ? waysInOf(house, params.id, sessionSecret) : refused(refuse('access.not-found')),
  }),
  route({
    method: 'DELETE',
    url: '/api/people/:person/sessions/:id',
    policy: admins,
    summary: 'End one session of this person',
    params: oneOfPerson,
    answer: ({ house, actor, params }) => ended(house, actor, endSession, params.person, params.id),
  }),
  route({
    method: 'DELETE',
    url: '/api/people/:person/tokens/:id',
    policy: admins,
    summary: 'Revoke one token of this person',
    params: oneOfPerson,
    answer: ({ house, actor, params }) => ended(house, actor, revokeToken, params.person, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/tokens',
    policy: { who: 'signedIn', class: 2 },
    summary: 'A token for scripts, no wider than my own rights; shown once',
    body: z.object({ name: z.string().min(1).max(100), roles: roleList, areas: areaList, days: z.number().int().min(1).max(366) }),
    // A token that makes a token gives away what it holds itself, not all that its owner holds.
    answer: async ({ house, actor, body }) => {
      const owner = (await personById(house.doors, actor.userId!))!
      return createToken(house.doors, { ...owner, roles: [...actor.roles], areas: [...actor.areas] }, body)
    },
  }),
]
