/** What the ledger says of the past: how much left the warehouses in each of the last whole months, and how much of what came in was lost or damaged. */
import { sql } from 'kysely'
import { lossRate } from '../../../engines/ledger/index.ts'
import { asTheHouse, type Db } from '../../../kernel/index.ts'

const months = 3

/** Papers that were cancelled, and those that cancel, are no issue. */
const standing = sql`d.owner = 'relief' and d.kind <> 'cancellation' and not exists (select 1 from ledger.document r where r.reverses = d.id)`

/** By item, the last whole months, the newest last; an item that is not in it was not issued. What went from one own warehouse to another was not. */
export const monthlyIssues = (db: Db, today: string): Promise<Map<string, number[]>> =>
  asTheHouse(db, async (house) => {
    const rows = await house.rows<{ item: string; ago: number; quantity: number }>(sql`
      select m.item, (extract(year from age(date_trunc('month', ${today}::date), date_trunc('month', m.effective_at))) * 12
        + extract(month from age(date_trunc('month', ${today}::date), date_trunc('month', m.effective_at))))::int as ago, sum(m.quantity)::int as quantity
      from ledger.move m join ledger.document d on d.id = m.document
      join ledger.account f on f.id = m.from_account join relief.warehouse w on starts_with(f.code, w.code || '/')
      where ${standing} and f.kind = 'bin' and d.kind in ('waybill', 'handover', 'release')
        and not exists (select 1 from relief.waybill b where b.document = d.id and b.to_warehouse is not null)
        and m.effective_at >= date_trunc('month', ${today}::date) - make_interval(months => ${months}) and m.effective_at < date_trunc('month', ${today}::date)
      group by 1, 2`)
    const issues = new Map<string, number[]>()
    for (const { item, ago, quantity } of rows) {
      const known = issues.get(item) ?? Array<number>(months).fill(0)
      known[months - ago] = quantity
      issues.set(item, known)
    }
    return issues
  })

type Loss = { item: string; lost: number; damaged: number; handled: number; rate: number | null }
export type Losses = { byWarehouse: (Loss & { warehouse: string })[]; byCarrier: (Loss & { carrier: string })[] }

/** By warehouse and item: lost and damaged against everything that ever came in, from outside or from another warehouse. */
const warehouseLosses = (db: Db): Promise<Losses['byWarehouse']> =>
  asTheHouse(db, async (house) => {
    const rows = await house.rows<Omit<Losses['byWarehouse'][number], 'rate'>>(sql`
      select w.code as warehouse, m.item,
        coalesce(sum(m.quantity) filter (where t.kind = 'lost'), 0)::int as lost, coalesce(sum(m.quantity) filter (where t.kind = 'damaged'), 0)::int as damaged,
        coalesce(sum(m.quantity) filter (where f.kind in ('supplier', 'in_transit') and t.kind in ('bin', 'quarantine')
          and starts_with(t.code, w.code || '/') and not starts_with(f.code, w.code || '/')), 0)::int as handled
      from ledger.move m join ledger.document d on d.id = m.document join ledger.account f on f.id = m.from_account join ledger.account t on t.id = m.to_account
      join relief.warehouse w on starts_with(f.code, w.code || '/') or starts_with(t.code, w.code || '/')
      where ${standing} group by w.code, m.item order by w.code, m.item`)
    return rows.map((row) => ({ ...row, rate: lossRate(row.lost, row.damaged, row.handled) }))
  })

/** By carrier and item: what did not arrive whole of what it was given to carry, once two people have signed what became of it. */
const carrierLosses = (db: Db): Promise<Losses['byCarrier']> =>
  asTheHouse(db, async (house) => {
    const rows = await house.rows<Omit<Losses['byCarrier'][number], 'rate'>>(sql`
      select carrier, item, sum(lost)::int as lost, sum(damaged)::int as damaged, sum(handled)::int as handled from (
        select w.transporter as carrier, line ->> 'item' as item, 0 as lost, 0 as damaged, (line ->> 'quantity')::int as handled
        from relief.waybill w, jsonb_array_elements(w.lines) line where w.state <> 'cancelled'
        union all
        select w.transporter, d.item, case when d.kind = 'short' and d.outcome = 'lost' then d.quantity else 0 end, case when d.kind = 'damaged' then d.quantity else 0 end, 0
        from relief.discrepancy d join relief.waybill w on w.id = d.waybill where d.state = 'signed'
      ) each group by 1, 2 order by 1, 2`)
    return rows.map((row) => ({ ...row, rate: lossRate(row.lost, row.damaged, row.handled) }))
  })

export const losses = async (db: Db): Promise<Losses> => ({ byWarehouse: await warehouseLosses(db), byCarrier: await carrierLosses(db) })
