/** The office's side of phones: make a key, see what became of it, move it, revoke it. The secret is in the answer of the making and nowhere else. */
import { z } from 'zod'
import { read } from '../db/transaction.ts'
import { type AnyRoute, type Policy, route } from '../http/route.ts'
import { listDevices, makeDevice, moveDevice, revokeDevice } from './devices.ts'

const keepers: Policy = { who: ['dataOfficer', 'coordinator', 'admin'], class: 2 }
const byId = z.object({ id: z.string().max(60) })
const areas = z.array(z.string().min(1).max(60)).min(1).max(100)

const newDevice = z.object({
  project: z.number().int().min(1).max(1_000_000),
  label: z.string().min(1).max(200),
  person: z.uuid().nullable().default(null),
  areas,
  days: z.number().int().min(1).max(730).default(180),
  forms: z.array(z.uuid()).min(1).max(500).optional(),
})

export const deviceRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/forms/devices',
    policy: keepers,
    summary: 'Phones: last use, what they announced, what never came, orders not confirmed',
    answer: async ({ house, actor }) => ({ devices: await read(house.doors, actor, listDevices) }),
  }),
  route({
    method: 'POST',
    url: '/api/forms/devices',
    policy: keepers,
    summary: 'Make the key of a phone; it and its QR codes are shown this once',
    body: newDevice,
    answer: ({ house, actor, body, address }) => makeDevice(house, actor, address, body),
  }),
  route({
    method: 'POST',
    url: '/api/forms/devices/:id/areas',
    policy: keepers,
    summary: 'Move a phone to other areas; it forgets what it may no longer hold',
    params: byId,
    body: z.object({ areas }),
    answer: ({ house, actor, params, body }) => moveDevice(house, actor, params.id, body.areas),
  }),
  route({
    method: 'POST',
    url: '/api/forms/devices/:id/revoke',
    policy: keepers,
    summary: 'Revoke the key of a phone',
    params: byId,
    answer: ({ house, actor, params }) => revokeDevice(house, actor, params.id),
  }),
]
