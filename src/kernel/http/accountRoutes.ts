/** Signing in and out, one's own account, and the administrator's book of people, tokens and audit. */
import { sql } from 'kysely'
import QRCode from 'qrcode'
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import {
  addPerson,
  allPeople,
  changePerson,
  confirmSecondFactor,
  offerSecondFactor,
  personById,
  setPassword,
  signInLink,
  signInWithPassword,
  useSignInLink,
} from '../access/people.ts'
import { grantable, type Role, roles } from '../access/roles.ts'
import { closeSession, createToken, openSession } from '../access/sessions.ts'
import { audit } from '../audit/audit.ts'
import { asOwner, isRefused, type Refused, read, refused } from '../db/transaction.ts'
import { refuse } from '../refusal.ts'
import { type AnyRoute, route } from './route.ts'

const admins = { who: ['admin'] as const, class: 2 as const }
const roleList = z.array(z.enum(grantable as [Role, ...Role[]])).min(1)
const areaList = z.array(z.string().regex(/^(\*|[A-Z0-9]{2,12})$/)).min(1)

const signingIn: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/sign-in',
    policy: { who: 'everyone', class: 1 },
    summary: 'Sign in with address, passphrase and, where set, a six-digit code',
    body: z.object({ email: z.string().max(200), passphrase: z.string().max(500), code: z.string().max(10).optional() }),
    answer: async ({ house, body, cookie }) => {
      const person = await signInWithPassword(house.doors, house.keyring, body.email, body.passphrase, body.code || undefined)
      if (isRefused(person)) return person
      cookie.session = await openSession(house.doors, person.id)
      return { name: person.name }
    },
  }),
  route({
    method: 'POST',
    url: '/api/sign-in/link',
    policy: { who: 'everyone', class: 1 },
    summary: 'Sign in with a link that works once',
    body: z.object({ secret: z.string().max(100) }),
    answer: async ({ house, body, cookie }) => {
      const person = await useSignInLink(house.doors, body.secret)
      if (isRefused(person)) return person
      cookie.session = await openSession(house.doors, person.id)
      return { name: person.name }
    },
  }),
  route({
    method: 'POST',
    url: '/api/sign-out',
    policy: { who: 'signedIn', class: 1 },
    summary: 'Sign out',
    answer: async ({ house, sessionSecret, cookie }) => {
      if (sessionSecret) await closeSession(house.doors, sessionSecret)
      cookie.session = null
      return { ok: true }
    },
  }),
]

/** Who finds a script's token must not be able to make himself its owner for good. */
const notByToken = (actor: Actor): Refused | null => (actor.credential === 'token' ? refused(refuse('access.not-by-token')) : null)

const ownAccount: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/me',
    policy: { who: 'everyone', class: 1 },
    summary: 'Who am I here; null for the public',
    answer: async ({ house, actor }) => {
      const person = actor.userId ? await personById(house.doors, actor.userId) : null
      return { person, mission: house.settings.missionName, country: house.pack.country }
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
    policy: { who: 'signedIn', class: 2 },
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
    policy: { who: 'signedIn', class: 2 },
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
    policy: { who: 'signedIn', class: 2 },
    summary: 'Confirm the second factor with its first code',
    body: z.object({ secret: z.string().max(64), code: z.string().max(10) }),
    answer: async ({ house, actor, body }) =>
      notByToken(actor) ?? confirmSecondFactor(house.doors, house.keyring, (await personById(house.doors, actor.userId!))!, body.secret, body.code),
  }),
]

const bookOfPeople: AnyRoute[] = [
  route({ method: 'GET', url: '/api/people', policy: admins, summary: 'People who use the system', answer: ({ house }) => allPeople(house.doors) }),
  route({
    method: 'GET',
    url: '/api/roles',
    policy: { who: 'signedIn', class: 2 },
    summary: 'Roles',
    answer: async () => grantable.map((role) => ({ role, ...roles[role] })),
  }),
  route({
    method: 'POST',
    url: '/api/people',
    policy: admins,
    summary: 'Add a person',
    body: z.object({
      name: z.string().min(1).max(200),
      email: z.string().max(200),
      language: z.enum(['pt', 'en']).optional(),
      organisation: z.string().max(200).nullish(),
      roles: roleList,
      areas: areaList,
    }),
    answer: async ({ house, actor, body }) => {
      const person = await addPerson(house.doors, body)
      if (!isRefused(person)) await audit({ ...asOwner(house.doors), actor }, 'create', 'kernel.person', person.id, { roles: body.roles, areas: body.areas })
      return person
    },
  }),
  route({
    method: 'PATCH',
    url: '/api/people/:id',
    policy: admins,
    summary: 'Change roles and areas, or close an account',
    params: z.object({ id: z.uuid() }),
    body: z.object({ roles: roleList.optional(), areas: areaList.optional(), disabled: z.boolean().optional() }),
    answer: async ({ house, actor, params, body }) => {
      const admin = (await allPeople(house.doors)).filter((person) => person.roles.includes('admin') && !person.disabledAt)
      const losesAdmin = body.disabled || (body.roles && !body.roles.includes('admin'))
      if (losesAdmin && admin.length === 1 && admin[0].id === params.id) return refused(refuse('people.last-admin'))
      const person = await changePerson(house.doors, params.id, body)
      if (!isRefused(person)) await audit({ ...asOwner(house.doors), actor }, 'update', 'kernel.person', params.id, body)
      return person
    },
  }),
  route({
    method: 'POST',
    url: '/api/people/:id/link',
    policy: admins,
    summary: 'A sign-in link for this person; works once, for one hour',
    params: z.object({ id: z.uuid() }),
    answer: async ({ house, actor, params, address }) => {
      if (!(await personById(house.doors, params.id))) return refused(refuse('access.not-found'))
      await audit({ ...asOwner(house.doors), actor }, 'sign-in-link', 'kernel.person', params.id)
      // The secret stands behind the hash sign, which browsers never send: it reaches no log.
      return { link: `${address}/desk/enter#${await signInLink(house.doors, params.id)}` }
    },
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
  route({
    method: 'GET',
    url: '/api/audit',
    policy: admins,
    summary: 'Who did what, newest first',
    query: z.object({ before: z.coerce.number().int().optional(), record: z.string().max(100).optional(), who: z.uuid().optional() }),
    answer: ({ house, actor, query }) =>
      read(house.doors, actor, (db) =>
        db.rows(sql`
          select a.seq, a.at, a.role, a.deed, a.record, a.record_id, a.facts, p.name as who from kernel.audit a left join kernel.person p on p.id = a.who
          where a.seq < ${query.before ?? Number.MAX_SAFE_INTEGER} and (${query.record ?? null}::text is null or a.record = ${query.record ?? null})
            and (${query.who ?? null}::uuid is null or a.who = ${query.who ?? null}) order by a.seq desc limit 100`),
      ),
  }),
]

export const accountRoutes: AnyRoute[] = [...signingIn, ...ownAccount, ...bookOfPeople]
