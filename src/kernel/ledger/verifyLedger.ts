/**
 * Proves a stock ledger, after a restore for instance: everything sums to zero over all accounts, no shelf ever held less than nothing, each cancellation mirrors
 * its paper, and no number is missing in any series.
 */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { type Refusal, refuse } from '../refusal.ts'

type Found = { what: string; of: string; n: number }

const questions = sql`
  select 'zero-sum' as what, item as of, sum(quantity)::double precision as n from (
    select item, quantity from ledger.move m join ledger.account a on a.id = m.to_account
    union all select item, -quantity from ledger.move m join ledger.account a on a.id = m.from_account
  ) side group by item having sum(quantity) <> 0
  union all
  select 'below-zero', item, min(held)::double precision from (
    select item, sum(change) over (partition by account, item, lot order by side.effective_at range unbounded preceding) as held from (
      select to_account as account, item, lot, effective_at, quantity as change from ledger.move
      union all select from_account, item, lot, effective_at, -quantity from ledger.move
    ) side join ledger.account a on a.id = side.account and ledger.holds_goods(a.kind)
  ) running where held < 0 group by item
  union all
  select 'number-missing', concat_ws(' ', d.owner, d.series, d.kind, d.year), (greatest(max(d.number), max(s.last)) - count(*))::double precision
  from ledger.document d left join kernel.paper_series s using (owner, series, kind, year)
  group by d.owner, d.series, d.kind, d.year having min(d.number) <> 1 or max(d.number) <> count(*) or max(s.last) is distinct from max(d.number)
  union all
  select 'not-mirrored', m.item, count(*)::double precision from ledger.move m join ledger.move r on r.id = m.reverses
  where (m.item, m.lot, m.quantity, m.from_account, m.to_account) is distinct from (r.item, r.lot, r.quantity, r.to_account, r.from_account) group by m.item`

/** An empty list means that all of it holds. */
export async function verifyLedger(db: Db): Promise<Refusal[]> {
  const found = await db.rows<Found>(questions)
  return found.map(({ what, of, n }) => refuse(`ledger.proof-${what}`, { of, n }))
}
