/** Is the house well: for machines in a word, for the administrator part by part with what to do next. */
import { sql } from 'kysely'
import { z } from 'zod'
import { asOwner, refused } from '../db/transaction.ts'
import { acknowledgeRollback, healthOf } from '../health/health.ts'
import { refuse } from '../refusal.ts'
import { type AnyRoute, route } from './route.ts'

export const healthRoutes: AnyRoute[] = [
  route({ method: 'GET', url: '/healthz', policy: { who: 'everyone', class: 1 }, summary: 'The process answers', answer: async () => ({ ok: true }) }),
  route({
    method: 'GET',
    url: '/readyz',
    policy: { who: 'everyone', class: 1 },
    // No more than that: what is wrong with the house is for its administrators.
    summary: 'The database answers; 503 while it does not',
    answer: async ({ house }) => {
      const answered = await asOwner(house.doors)
        .one(sql`select 1`)
        .catch(() => null)
      return answered ? { ok: true } : refused(refuse('http.not-ready'))
    },
  }),
  route({
    method: 'GET',
    url: '/api/health',
    policy: { who: ['admin'], class: 2 },
    summary: 'Rollbacks, durability, backups, seals, disk, jobs: each well, to watch or alarm, and what to do next',
    answer: ({ house }) => healthOf(house),
  }),
  route({
    method: 'POST',
    url: '/api/health/rollbacks/:epoch/acknowledge',
    policy: { who: ['admin'], class: 2 },
    summary: 'Sign for a rollback that was looked into, with what was found out',
    params: z.object({ epoch: z.string().max(40) }),
    body: z.object({ note: z.string().max(4000) }),
    answer: ({ house, actor, params, body }) => acknowledgeRollback(house, actor, params.epoch, body.note),
  }),
]
