/** Why a paper cannot be cancelled, told before somebody tries: it was received, two people signed it, or what it brought has gone on. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../../kernel/index.ts'

export type Stays = 'received' | 'two_signed' | 'goods_gone'

/** Of a ledger.document `d` with its waybill `w`: somebody else received it, or it says what became of a difference. */
export const isReceipt = sql`(
  d.kind = 'discrepancy' or coalesce(w.state = 'received', false) or exists (select 1 from relief.receipt r where r.document = d.id)
  or exists (select 1 from relief.discrepancy e where e.document = d.id))`

/** What two people signed, one does not take back by himself. */
export const needsManager = (db: Db, secondBy: string | null): boolean => secondBy !== null && !db.actor.roles.includes('pipeline')

type Found = { id: string; received: boolean; secondBy: string | null; goneOn: boolean }

/** Goods have gone on where a paper brought more than the shelf still holds; the ledger itself decides when it is cancelled. */
export async function whyTheyStay(db: Db, documents: readonly string[]): Promise<Map<string, Stays>> {
  const found = await asTheHouse(db, (house) =>
    house.rows<Found>(sql`
    with brought as (
      select side.document, side.account, side.item, side.lot, sum(side.quantity) as quantity from (
        select document, to_account as account, item, lot, quantity from ledger.move where document = any (${[...documents]}::uuid[])
        union all
        select document, from_account, item, lot, -quantity from ledger.move where document = any (${[...documents]}::uuid[])
      ) side join ledger.account a on a.id = side.account and ledger.holds_goods(a.kind)
      group by 1, 2, 3, 4 having sum(side.quantity) > 0
    ),
    shelf as (
      select s.*, (select coalesce(sum(m.quantity), 0) from ledger.move m where (m.to_account, m.item, m.lot) = (s.account, s.item, s.lot))
        - (select coalesce(sum(m.quantity), 0) from ledger.move m where (m.from_account, m.item, m.lot) = (s.account, s.item, s.lot)) as held
      from (select distinct account, item, lot from brought) s
    )
    select d.id, ${isReceipt} as received, d.second_by,
      exists (select 1 from brought b join shelf s using (account, item, lot) where b.document = d.id and s.held < b.quantity) as gone_on
    from ledger.document d left join relief.waybill w on w.document = d.id where d.id = any (${[...documents]}::uuid[])`),
  )
  const stays = (paper: Found): Stays | null =>
    paper.received ? 'received' : needsManager(db, paper.secondBy) ? 'two_signed' : paper.goneOn ? 'goods_gone' : null
  return new Map(found.flatMap((paper) => (stays(paper) ? [[paper.id, stays(paper)!] as const] : [])))
}
