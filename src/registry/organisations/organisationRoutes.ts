/** The requests of the register of organisations: its directory, and who belongs to which consortium. */
import { z } from 'zod'
import { type AnyRoute, act, getRow, type Policy, read, refuse, refused, route } from '../../kernel/index.ts'
import { keepMember } from './consortiums.ts'
import { organisationDirectory } from './directory.ts'
import { ConsortiumMember } from './organisation.ts'

const keepers: Policy = { who: ['admin', 'dataOfficer', 'clusterCoordinator'], class: 1 }
const readers: Policy = { who: ['admin', 'dataOfficer', 'clusterCoordinator', 'coordinator', 'chief', 'monitoring'], class: 1 }
const days = { fromDay: z.iso.date().nullable().default(null), toDay: z.iso.date().nullable().default(null) }

export const organisationRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/organisations/directory',
    policy: readers,
    summary: 'Organisations with their other spellings and, of a consortium, its members',
    answer: async ({ house, actor }) => ({ organisations: await read(house.doors, actor, organisationDirectory) }),
  }),
  route({
    method: 'POST',
    url: '/api/organisations/members',
    policy: keepers,
    summary: 'Say that an organisation belongs to a consortium, from a day and until one',
    body: z.object({ consortium: z.uuid(), member: z.uuid(), ...days }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepMember(db, house, body, null)),
  }),
  route({
    method: 'PATCH',
    url: '/api/organisations/members/:id',
    policy: keepers,
    summary: 'Change the days of a membership',
    params: z.object({ id: z.uuid() }),
    body: z.object(days),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, async (db) => {
        const known = await getRow(db, ConsortiumMember, params.id)
        return known ? keepMember(db, house, { ...known, ...body }, params.id) : refused(refuse('access.not-found'))
      }),
  }),
]
