/** Is the house well: for machines in a word, for the administrator in facts. */
import { sql } from 'kysely'
import { asOwner, refused } from '../db/transaction.ts'
import { refuse } from '../refusal.ts'
import { type AnyRoute, route } from './route.ts'

export const healthRoutes: AnyRoute[] = [
  route({ method: 'GET', url: '/healthz', policy: { who: 'everyone', class: 1 }, summary: 'The process answers', answer: async () => ({ ok: true }) }),
  route({
    method: 'GET',
    url: '/readyz',
    policy: { who: 'everyone', class: 1 },
    summary: 'The database answers',
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
    summary: 'Version, epoch, durability of the database, age of the last seal',
    answer: async ({ house }) => {
      const db = asOwner(house.doors)
      const facts = await db.one(sql`
        select (select id from kernel.epoch order by since desc limit 1) as epoch, current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
          current_setting('synchronous_commit') as synchronous_commit, current_setting('server_version') as postgres,
          (select max(at) from kernel.audit_seal) as last_seal, (select count(*) from kernel.audit) as audit_lines, pg_database_size(current_database()) as bytes`)
      return { version: house.settings.version, ...(facts as object) }
    },
  }),
]
