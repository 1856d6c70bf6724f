/** Where the goods of a donor are now, lot by lot: on which shelves, on the road, with partners, handed out, lost. Donors see lots and totals, never people. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../../kernel/index.ts'
import { owner } from '../office.ts'

export type LotLine = {
  item: string
  itemName: { pt: string; en: string }
  lot: string
  donor: string | null
  grantCode: string | null
  received: number
  onShelves: number
  onRoad: number
  withPartners: number
  handedOver: number
  packed: number
  lostOrDamaged: number
  /** What counts did not find, less what they found too much. All that was received is the sum of the columns after it. */
  missingAtCount: number
}

/** One line a lot; goods packed into kits are said as such, because a kit has no single donor. */
export const donorLots = (db: Db, donor: string | null): Promise<LotLine[]> =>
  asTheHouse(db, (house) =>
    house.rows<LotLine>(sql`
      select l.item_code as item, l.item_name, l.code as lot, l.donor_name as donor, l.grant_code,
        coalesce(-sum(n) filter (where kind = 'supplier'), 0)::double precision as received,
        coalesce(sum(n) filter (where kind in ('bin', 'quarantine') and not starts_with(account, 'partner/')), 0)::double precision as on_shelves,
        coalesce(sum(n) filter (where kind = 'in_transit'), 0)::double precision as on_road,
        coalesce(sum(n) filter (where starts_with(account, 'partner/') or kind = 'custody'), 0)::double precision as with_partners,
        coalesce(sum(n) filter (where kind = 'handed_over'), 0)::double precision as handed_over,
        coalesce(sum(n) filter (where kind = 'assembly'), 0)::double precision as packed,
        coalesce(sum(n) filter (where kind in ('lost', 'damaged')), 0)::double precision as lost_or_damaged,
        coalesce(sum(n) filter (where kind = 'adjustment'), 0)::double precision as missing_at_count
      from (
        select l.code, i.code as item_code, i.name as item_name, o.name as donor_name, l.grant_code, l.donor
        from relief.lot l join relief.item i on i.id = l.item left join organisations.organisation o on o.id = l.donor
        where l.donor is not null and (${donor}::uuid is null or l.donor = ${donor}::uuid)
      ) l left join (
        select m.item, m.lot, a.kind, a.code as account, m.quantity as n from ledger.move m join ledger.account a on a.id = m.to_account where a.owner = ${owner}
        union all
        select m.item, m.lot, a.kind, a.code, -m.quantity from ledger.move m join ledger.account a on a.id = m.from_account where a.owner = ${owner}
      ) side on side.item = l.item_code and side.lot = l.code
      group by 1, 2, 3, 4, 5 order by l.donor_name, l.item_code, l.code`),
  )
