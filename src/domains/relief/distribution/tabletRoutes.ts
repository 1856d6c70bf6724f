/** What a tablet speaks with the office about its distributions: what to take along, the list, and what happened. Its key stands in a header, never in an address. */
import { z } from 'zod'
import { type AnyRoute, byId, type Policy, route } from '../../../kernel/index.ts'
import { phoneDays, phoneList, tabletKeyShape } from './phoneDay.ts'
import { sentFacts } from './readFacts.ts'
import { takeFacts } from './takeFacts.ts'

const tablet: Policy = { who: 'device', class: 2 }

export const tabletRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/sync/distributions',
    policy: tablet,
    summary: 'The distributions of this tablet: its custody, tokens that no longer hold, what others handed over',
    // The public half alone: the office signs that it is this tablet's, so that others believe what it shows them.
    query: z.object({ tabletKey: z.string().regex(tabletKeyShape).optional() }),
    answer: ({ house, actor, query }) => phoneDays(house, actor, query.tabletKey ?? null),
  }),
  route({
    method: 'GET',
    url: '/sync/distributions/:id/list',
    policy: tablet,
    summary: 'The frozen list of a distribution of this tablet, by household number',
    params: byId,
    answer: ({ house, actor, params }) => phoneList(house, actor, params.id),
  }),
  route({
    method: 'POST',
    url: '/sync/distributions/:id/facts',
    // What a tablet still holds is taken even when its key has ended.
    policy: { ...tablet, endedKeys: true },
    summary: 'What happened at the table; each fact is answered with its receipt, the same one however often it is sent',
    params: byId,
    body: sentFacts,
    answer: ({ house, actor, params, body }) => takeFacts(house, actor, params.id, body),
  }),
]
