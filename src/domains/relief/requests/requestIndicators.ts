/** Focus area 12, key result 4, in the results framework: of the requests whose time to decide ended in the period, how many were decided within it (12.2). */
import { sql } from 'kysely'
import type { IndicatorSource } from '../../../kernel/index.ts'

export const requestIndicators: readonly IndicatorSource[] = [
  {
    code: '12.2',
    async compute(db, { from, to, place }) {
      const rows = await db.rows<{ id: string; inTime: boolean }>(sql`
        select id, coalesce(decided_at <= decision_due, false) as in_time from relief.request
        where state <> 'draft' and decision_due::date between ${from}::date and ${to}::date and starts_with(scope, ${place}) order by id`)
      const [of, decided] = [rows.length, rows.filter(({ inTime }) => inTime).length]
      const figure = { numerator: decided, denominator: of, expected: of, received: of, records: [{ record: 'relief.request', ids: rows.map(({ id }) => id) }] }
      return of === 0 ? { value: null, unknown: 'no-records', ...figure } : { value: decided / of, ...figure }
    },
  },
]
