/** The requests of households' ways: all of class 3, for officers of the area alone. */
import { z } from 'zod'
import { type AnyRoute, act, byId, day, line, maybe, type Policy, read, route } from '../../../kernel/index.ts'
import { officers } from '../office.ts'
import { consent, keepInformation, openPathway, pathwaysNow, withdraw } from './keepPathway.ts'
import { informedOn } from './pathway.ts'

const only: Policy = { who: officers, class: 3 }
const information = z.object({ safety: maybe(day), services: maybe(day), land: maybe(day) })

export const consentGiven = z.object({
  ...{ adult: line(20), informedOn: z.array(z.enum(informedOn)).min(1), language: line(60), givenOn: day },
  method: z.enum(['signature', 'thumb_mark', 'spoken_before_witness']),
})

export const pathwayRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/solutions/pathways',
    policy: only,
    summary: 'Ways of households with their consents and who has not consented yet',
    answer: async ({ house, actor }) => ({ pathways: await read(house.doors, actor, pathwaysNow) }),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/pathways',
    policy: only,
    summary: 'Open the way of a household',
    body: z.object({
      ...{ household: line(60), kind: z.enum(['return', 'local_integration', 'settlement_elsewhere']), destination: line(60) },
      ...{ adults: z.array(line(20)).max(30), information, underQuestion: maybe(line(100)) },
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => openPathway(db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/pathways/:id/information',
    policy: only,
    summary: 'What is known of the destination and since when; an open complaint about pressure',
    params: byId,
    body: z.object({ information, underQuestion: maybe(line(100)) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepInformation(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/pathways/:id/consents',
    policy: only,
    summary: 'The consent of one adult',
    params: byId,
    body: consentGiven,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => consent(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/consents/:id/withdraw',
    policy: only,
    summary: 'Take a consent back',
    params: byId,
    body: z.object({ on: day }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => withdraw(db, params.id, body.on)),
  }),
]
