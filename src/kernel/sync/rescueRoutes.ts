/** The office takes in what a phone saved for want of a network. */
import { z } from 'zod'
import { refused } from '../db/transaction.ts'
import { type AnyRoute, route } from '../http/route.ts'
import { refuse } from '../refusal.ts'
import { bringRescue } from './rescue.ts'

export const rescueRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/forms/devices/:id/rescue',
    policy: { who: ['dataOfficer', 'coordinator'], class: 2 },
    summary: 'Take in the rescue file of a phone; each form is answered on its own',
    params: z.object({ id: z.string().max(60) }),
    body: z.looseObject({}),
    upload: true,
    answer: async ({ house, actor, params, files: [file] }) =>
      file ? bringRescue(house, actor, { device: params.id, bytes: file.bytes }) : refused(refuse('forms.rescue-unreadable')),
  }),
]
