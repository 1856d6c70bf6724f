/** The requests of agreements. */
import { z } from 'zod'
import { type AnyRoute, act, type Policy, read, route, today } from '../../../kernel/index.ts'
import { agreementKinds, agreementStates } from './agreement.ts'
import { agreementsNow, amendAgreement, draftAgreement, stepAgreement, tickAgreement } from './keepAgreement.ts'
import { portfolioOf, retainUntil, standingOf } from './standing.ts'

export const readers: Policy = { who: ['clusterCoordinator', 'chief', 'coordinator', 'monitoring'], class: 2 }
const editors: Policy = { who: ['clusterCoordinator'], class: 2 }
const byId = z.object({ id: z.uuid() })
const line = (letters: number) => z.string().trim().min(1).max(letters)
const amount = z.number().int().min(0).nullable().default(null)

export const agreementRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/coordination/agreements',
    policy: readers,
    summary: 'Agreements as they stand today, and the portfolio',
    answer: async ({ house, actor }) => {
      const agreements = await read(house.doors, actor, agreementsNow)
      const day = today()
      return {
        agreements: agreements.map((agreement) => ({ ...agreement, standing: standingOf(agreement, day), retainUntil: retainUntil(agreement, day) })),
        portfolio: portfolioOf(agreements, day),
      }
    },
  }),
  route({
    method: 'POST',
    url: '/api/coordination/agreements',
    policy: editors,
    summary: 'Draft an agreement',
    body: z.object({
      ...{ kind: z.enum(agreementKinds), title: line(300), fromDay: z.iso.date(), toDay: z.iso.date() },
      parties: z.array(z.object({ organisation: z.uuid(), contribution: amount })).max(60),
      lead: z.uuid().nullable().default(null),
      focusArea: z.number().int().min(1).max(15).nullable().default(null),
      value: amount,
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .nullable()
        .default(null),
      noticeDays: z.number().int().min(0).max(730),
      deliverables: z
        .array(z.object({ what: line(500), due: z.iso.date(), doneOn: z.null().default(null) }))
        .max(100)
        .default([]),
      reports: z
        .array(z.object({ due: z.iso.date(), receivedOn: z.null().default(null) }))
        .max(100)
        .default([]),
      dataClause: z
        .object({ recipient: line(200), purpose: line(500), retentionMonths: z.number().int().min(0).max(240) })
        .nullable()
        .default(null),
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => draftAgreement(db, house, body)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/agreements/:id/step',
    policy: editors,
    summary: 'The next step of an agreement',
    params: byId,
    body: z.object({ to: z.enum(agreementStates) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => stepAgreement(db, params.id, body.to, today())),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/agreements/:id/amend',
    policy: editors,
    summary: 'Amend an agreement in force; what stood there before is kept',
    params: byId,
    body: z.object({ toDay: z.iso.date(), value: amount, reason: line(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => amendAgreement(db, params.id, body, today())),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/agreements/:id/tick',
    policy: editors,
    summary: 'A deliverable is done, or a report has come',
    params: byId,
    body: z.object({ what: z.enum(['deliverables', 'reports']), at: z.number().int().min(0).max(100) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => tickAgreement(db, params.id, body.what, body.at, today())),
  }),
]
