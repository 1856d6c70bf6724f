/** The desk's requests about data that were asked for. Only those who may read personal data enter, and each look leaves a line. */
import { z } from 'zod'
import { type AnyRoute, act, byId, type Db, destroyBuried, type House, type Policy, read, refuse, refused, route, today } from '../../kernel/index.ts'
import { DataRequest } from './dataRequest.ts'
import {
  askBack,
  eraseRequests,
  grantRequest,
  lookAtRequest,
  prepareRequest,
  recordAnswer,
  refuseRequest,
  renewLink,
  requestsNow,
  revokeRequest,
} from './decideRequest.ts'

const officers: Policy = { who: ['dataOfficer'], class: 3 }
const said = z.object({ text: z.string().trim().min(1).max(2000) })

type Written = (house: House, db: Db, id: string, text: string) => Promise<unknown>

/** A step that is taken with words. */
const step = (name: string, summary: string, deed: Written): AnyRoute =>
  route({
    method: 'POST',
    url: `/api/publications/requests/:id/${name}`,
    policy: officers,
    summary,
    params: byId,
    body: said,
    answer: async ({ house, actor, params, body }) =>
      act(house.doors, actor, async (db) => {
        const done = await deed(house, db, params.id, body.text)
        return typeof done === 'object' && done !== null && 'refused' in done ? done : { ok: true }
      }),
  })

export const requestRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/requests',
    policy: officers,
    summary: 'Requests for restricted data, without who asks',
    answer: async ({ house, actor }) => ({ requests: await read(house.doors, actor, requestsNow), me: actor.userId }),
  }),
  route({
    method: 'POST',
    url: '/api/publications/requests/:id/look',
    policy: officers,
    summary: 'Open one request: who asks, and for what; leaves a line in the audit',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => lookAtRequest(house, db, params.id)),
  }),
  step('prepare', 'Write what speaks for or against a request; somebody else decides', prepareRequest),
  step('ask', 'Ask the person back', askBack),
  step('answer', 'Write down what the person answered', recordAnswer),
  step('refuse', 'Refuse with the reason', refuseRequest),
  step('revoke', 'Take back an access that was granted', revokeRequest),
  route({
    method: 'POST',
    url: '/api/publications/requests/:id/grant',
    policy: officers,
    summary: 'Grant a request that somebody else prepared; the link is shown once',
    params: byId,
    body: z.object({ until: z.iso.date(), text: z.string().trim().min(1).max(2000) }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) => grantRequest(house, db, params.id, { until: body.until, note: body.text, today: today() })),
  }),
  route({
    method: 'POST',
    url: '/api/publications/requests/:id/new-link',
    policy: officers,
    summary: 'A new link for a granted request; the old one stops',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => renewLink(house, db, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/requests/:id/erase',
    policy: officers,
    summary: 'Erase who asked and what was written about it',
    params: byId,
    body: said,
    answer: async ({ house, actor, params, body }) => {
      const done = await act(house.doors, actor, async (db) => {
        const erased = await eraseRequests(db, [params.id], body.text)
        return erased === 0 ? refused(refuse('access.not-found')) : { erased, record: DataRequest.name }
      })
      await destroyBuried(house)
      return done
    },
  }),
]
