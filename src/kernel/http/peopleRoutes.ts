/** The administrator's book of people, and the audit of who did what. */
import { sql } from 'kysely'
import { z } from 'zod'
import { addPerson, allPeople, changePerson, personById } from '../access/people.ts'
import { grantable, type Role, roles } from '../access/roles.ts'
import { removeSecondFactor } from '../access/secondFactor.ts'
import { signInLink } from '../access/signIn.ts'
import { audit } from '../audit/audit.ts'
import { asOwner, isRefused, read, refused } from '../db/transaction.ts'
import { refuse } from '../refusal.ts'
import { type AnyRoute, route } from './route.ts'

const admins = { who: ['admin'] as const, class: 2 as const }
export const roleList = z.array(z.enum(grantable as [Role, ...Role[]])).min(1)
export const areaList = z.array(z.string().regex(/^(\*|[A-Z0-9]{2,12})$/)).min(1)

export const peopleRoutes: AnyRoute[] = [
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
      worksFor: z.uuid().nullish(),
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
    body: z.object({ roles: roleList.optional(), areas: areaList.optional(), disabled: z.boolean().optional(), worksFor: z.uuid().nullish() }),
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
    url: '/api/people/:id/remove-second-factor',
    policy: admins,
    summary: 'Take the second factor of somebody who lost telephone and recovery codes; ends all sessions and tokens',
    params: z.object({ id: z.uuid() }),
    answer: async ({ house, actor, params }) => {
      const person = await personById(house.doors, params.id)
      if (!person) return refused(refuse('access.not-found'))
      if (!person.hasSecondFactor) return refused(refuse('access.no-second-factor'))
      // Taking one's own away would be a way round the present code that a change asks for.
      if (person.id === actor.userId) return refused(refuse('people.own-second-factor'))
      await removeSecondFactor(house.doors, { ...asOwner(house.doors), actor }, person.id)
      return { ok: true }
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
