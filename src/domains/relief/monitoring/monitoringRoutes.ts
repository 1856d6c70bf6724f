/** The requests of monitoring after distribution: planning, the frame with its draw, visits, results and the report. */
import { z } from 'zod'
import { type AnyRoute, act, both, byId, day, type Language, line, read, refuse, refused, route } from '../../../kernel/index.ts'
import { beginRound } from './beginRound.ts'
import { drawRound } from './drawRound.ts'
import { frameOfDistributions } from './frameOfDistributions.ts'
import { following, leading, looking, visiting } from './office.ts'
import { readFrame } from './readFrame.ts'
import { openRound, roundsNow, unitsOf } from './readRounds.ts'
import { reportPdf } from './report.ts'
import { keepVisit } from './visit.ts'

const question = z.object({ code: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), label: both(300), good: z.enum(['yes', 'no']) })
const seed = z.string().regex(/^[\w-]{4,60}$/)
const round = z.object({
  ...{ code: line(40), title: both(200), place: line(60), distributions: z.array(line(80)).max(100), windowFrom: day, windowTo: day },
  ...{ formVersion: line(60), questions: z.array(question).min(1).max(40) },
  ...{ marginPoints: z.number().min(0.5).max(49), designEffect: z.number().min(1).max(10), responseRate: z.number().min(0.1).max(1) },
})

export const monitoringRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/monitoring',
    policy: following,
    summary: 'Rounds of monitoring with how far their visits are',
    answer: ({ house, actor }) => read(house.doors, actor, async (db) => ({ rounds: await roundsNow(db) })),
  }),
  route({
    method: 'POST',
    url: '/api/relief/monitoring',
    policy: leading,
    summary: 'Plan a round of monitoring',
    body: round,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => beginRound(db, body)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/monitoring/:id',
    policy: looking,
    summary: 'One round: who was drawn, weighted results with their error, and how the number of visits came about',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => openRound(db, house, params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/monitoring/:id/visits',
    policy: visiting,
    summary: 'The households to visit, in the order of the draw',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, async (db) => ({ units: await unitsOf(db, params.id) })),
  }),
  route({
    method: 'POST',
    url: '/api/relief/monitoring/:id/draw',
    policy: leading,
    summary: 'Bring the frame and draw the sample from it with a seed',
    params: byId,
    upload: true,
    body: z.object({ seed }),
    answer: async ({ house, actor, params, body, files: [file] }) => {
      const found = file ? await readFrame(file.name, file.bytes) : refused(refuse('monitoring.frame-unreadable', { line: 1 }))
      if ('refused' in found) return found
      return act(house.doors, actor, (db) => drawRound(db, params.id, { ...found, seed: body.seed, now: new Date().toISOString() }))
    },
  }),
  route({
    method: 'POST',
    url: '/api/relief/monitoring/:id/draw-from-distributions',
    policy: leading,
    summary: 'Take the frame from the distributions of the round, as hand-overs, frozen list and selection tell it, and draw the sample from it with a seed',
    params: byId,
    body: z.object({ seed }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, async (db) => {
        const found = await frameOfDistributions(db, params.id)
        return 'refused' in found ? found : drawRound(db, params.id, { ...found, seed: body.seed, now: new Date().toISOString() })
      }),
  }),
  route({
    method: 'POST',
    url: '/api/relief/monitoring-visits/:id',
    policy: visiting,
    summary: 'Write down the visit to one household',
    params: byId,
    body: z.object({
      outcome: z.enum(['answered', 'refused', 'absent', 'moved']),
      visitedOn: day,
      answers: z.record(z.string().max(40), z.boolean().nullable()).default({}),
    }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepVisit(db, params.id, body)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/monitoring/:id/report/:lang',
    policy: looking,
    summary: 'The report of a round as PDF',
    params: byId.extend({ lang: z.enum(['pt', 'en']) }),
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, async (db) => {
        const open = await openRound(db, house, params.id)
        if ('refused' in open) return open
        if (open.answered < 2) return refused(refuse('monitoring.no-answers'))
        return { content: reportPdf(open, params.lang as Language), type: 'application/pdf', name: `monitoring-${open.code}-${params.lang}.pdf` }
      }),
  }),
]
