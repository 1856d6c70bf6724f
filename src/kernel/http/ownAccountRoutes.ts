/** One's own account: who I am, passphrase, language, second factor. */

import { sql } from 'kysely'
import QRCode from 'qrcode'
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { personById } from '../access/people.ts'
import { confirmSecondFactor, makeRecoveryCodes, offerSecondFactor } from '../access/secondFactor.ts'
import { doorRulesOf, secondFactorDuty } from '../access/sessions.ts'
import { setPassword } from '../access/signIn.ts'
import { asOwner, type Refused, refused } from '../db/transaction.ts'
import { refuse } from '../refusal.ts'
import { type AnyRoute, route } from './route.ts'

/** Who finds a script's token must not be able to make himself its owner for good. */
export const notByToken = (actor: Actor): Refused | null => (actor.credential === 'token' ? refused(refuse('access.not-by-token')) : null)

export const ownAccountRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/me',
    policy: { who: 'everyone', class: 1 },
    summary: 'Who am I here; null for the public',
    answer: async ({ house, actor }) => {
      const person = actor.userId ? await personById(house.doors, actor.userId) : null
      const secondFactor = person && actor.credential === 'session' ? await secondFactorDuty(house.doors, doorRulesOf(house.pack), person.id) : null
      return { person, secondFactor, mission: house.settings.missionName, country: house.pack.country }
    },
  }),
  route({
    method: 'POST',
    url: '/api/me/passphrase',
    policy: { who: 'signedIn', class: 2 },
    summary: 'Set my passphrase',
    body: z.object({ passphrase: z.string().max(500) }),
    answer: async ({ house, actor, body }) => notByToken(actor) ?? setPassword(house.doors, actor.userId!, body.passphrase),
  }),
  route({
    method: 'POST',
    url: '/api/me/language',
    policy: { who: 'signedIn', class: 2, beforeSecondFactor: true },
    summary: 'Set my language',
    body: z.object({ language: z.enum(['pt', 'en']) }),
    answer: async ({ house, actor, body }) => {
      await asOwner(house.doors).run(sql`update kernel.person set language = ${body.language} where id = ${actor.userId}`)
      return { ok: true }
    },
  }),
  route({
    method: 'POST',
    url: '/api/me/second-factor/offer',
    policy: { who: 'signedIn', class: 2, beforeSecondFactor: true },
    summary: 'Begin a second factor: secret and QR picture for an authenticator app',
    answer: async ({ house, actor }) => {
      const kept = notByToken(actor)
      if (kept) return kept
      const person = await personById(house.doors, actor.userId!)
      const { secret, address } = offerSecondFactor(person!.email)
      return { secret, qr: await QRCode.toDataURL(address, { margin: 1 }) }
    },
  }),
  route({
    method: 'POST',
    url: '/api/me/second-factor',
    policy: { who: 'signedIn', class: 2, beforeSecondFactor: true },
    summary: 'Confirm the second factor with its first code; where there is one already, also with a code of that one. Gives the recovery codes, once',
    body: z.object({ secret: z.string().max(64), code: z.string().max(10), current: z.string().max(30).optional() }),
    answer: async ({ house, actor, body }) =>
      notByToken(actor) ?? confirmSecondFactor(house.doors, house.keyring, (await personById(house.doors, actor.userId!))!, body),
  }),
  route({
    method: 'POST',
    url: '/api/me/recovery-codes',
    policy: { who: 'signedIn', class: 2 },
    summary: 'New recovery codes in place of the old ones, for a present code; shown once',
    body: z.object({ current: z.string().max(30) }),
    answer: async ({ house, actor, body }) =>
      notByToken(actor) ?? makeRecoveryCodes(house.doors, house.keyring, (await personById(house.doors, actor.userId!))!, body.current),
  }),
]
