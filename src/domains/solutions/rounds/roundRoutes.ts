/** What a phone speaks with the office about building sites, and what the office looks at of what did not fit. The phone's key stands in a header, never in an address. */
import { z } from 'zod'
import { type AnyRoute, byId, line, type Policy, read, route } from '../../../kernel/index.ts'
import { officers } from '../office.ts'
import { asideNow, settleAside } from './asideList.ts'
import { phoneRound } from './phoneRound.ts'
import { sentRound, takeRound } from './takeRound.ts'

const phone: Policy = { who: 'device', class: 2 }
const only: Policy = { who: officers, class: 3 }

export const roundRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/sync/round',
    policy: phone,
    summary: "The houses under works in the area of the phone's person, with what is looked at in each stage",
    answer: ({ house, actor }) => phoneRound(house, actor),
  }),
  route({
    method: 'POST',
    url: '/sync/round/facts',
    // What a phone still holds is taken even when its key has ended: kept aside, for an officer to look at.
    policy: { ...phone, endedKeys: true },
    summary: 'What happened at the houses; each fact is answered with its receipt, the same one however often it is sent',
    body: sentRound,
    answer: ({ house, actor, body }) => takeRound(house, actor, body.facts),
  }),
  route({
    method: 'GET',
    url: '/api/solutions/aside',
    policy: only,
    summary: 'What came from phones and did not fit what the office knew meanwhile, each with its reason',
    answer: async ({ house, actor }) => {
      const lines = await read(house.doors, actor, asideNow)
      return { aside: lines.map((one) => ({ ...one, reasons: house.catalogue.worded(one.reasons) })) }
    },
  }),
  route({
    method: 'POST',
    url: '/api/solutions/aside/:id/settle',
    policy: only,
    summary: 'Carry out after all what was put aside, or close it; with words either way',
    params: byId,
    body: z.object({ words: line(500), again: z.boolean() }),
    answer: ({ house, actor, params, body }) => settleAside(house, actor, params.id, body),
  }),
]
