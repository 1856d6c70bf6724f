/** The requests of the register of organisations: its directory, and who belongs to which consortium. */
import { z } from 'zod'
import { type AnyRoute, act, getRow, type Policy, read, refuse, refused, route } from '../../kernel/index.ts'
import { keepMember } from './consortiums.ts'
import { organisationDirectory } from './directory.ts'
import { mergeOrganisations, mergesNow, undoMerge } from './mergeOrganisations.ts'
import { ConsortiumMember } from './organisation.ts'

const keepers: Policy = { who: ['admin', 'dataOfficer', 'clusterCoordinator'], class: 1 }
const readers: Policy = { who: ['admin', 'dataOfficer', 'clusterCoordinator', 'coordinator', 'chief', 'monitoring'], class: 1 }
const days = { fromDay: z.iso.date().nullable().default(null), toDay: z.iso.date().nullable().default(null) }

const reason = z.string().trim().max(500).default('')
const sayWhy = async () => refused(refuse('organisation.merge-reason'))

export const organisationRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/organisations/directory',
    policy: { ...readers, class: 2 },
    summary: 'Organisations with their other spellings and, of a consortium, its members; and which were joined',
    answer: async ({ house, actor }) =>
      read(house.doors, actor, async (db) => ({ organisations: await organisationDirectory(db), merges: await mergesNow(db) })),
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
  route({
    method: 'POST',
    url: '/api/organisations/merges',
    policy: { ...keepers, class: 2 },
    summary: 'Join an organisation to another that it turned out to be; nothing is deleted, and it can be undone',
    body: z.object({ merged: z.uuid(), into: z.uuid(), reason }),
    answer: ({ house, actor, body }) => (body.reason === '' ? sayWhy() : act(house.doors, actor, (db) => mergeOrganisations(db, house, body))),
  }),
  route({
    method: 'POST',
    url: '/api/organisations/merges/:id/undo',
    policy: { ...keepers, class: 2 },
    summary: 'Take a joining back: everything that moved by it is again where it was',
    params: z.object({ id: z.uuid() }),
    body: z.object({ reason }),
    answer: ({ house, actor, params, body }) => (body.reason === '' ? sayWhy() : act(house.doors, actor, (db) => undoMerge(db, params.id, body.reason))),
  }),
]
