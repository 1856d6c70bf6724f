/**
 * Who was reached: distinct households with at least the standard of its time, never the sum over distributions; a household that moved counts where it was served
 * last. People by the size at that day; a household of unknown size leaves the number of people unknown. Relief specification, 4.11.
 */
import { sql } from 'kysely'
import { type Count, sumCounts } from '../../../engines/count.ts'
import { isAssisted } from '../../../engines/handover/index.ts'
import { asTheHouse, type Db } from '../../../kernel/index.ts'
import type { Standard } from './distribution.ts'

export type ReachedPlace = { place: string; households: number; people: Count; latest: string }
type Served = { household: string; people: number | null; place: string; day: string; standard: Standard; items: { item: string; quantity: number }[] }

/** Days are both included; numbers leave this function, households do not. */
export async function reachedHouseholds(db: Db, { since, until }: { since: string; until: string }): Promise<ReachedPlace[]> {
  const served = await asTheHouse(db, (house) =>
    house.rows<Served>(sql`
      select net.household, e.people, d.place, d.day, d.standard, net.items from relief.distribution d
      join lateral (
        select household, jsonb_agg(jsonb_build_object('item', item, 'quantity', quantity)) as items from (
          select household, item, sum(case kind when 'taken_back' then -quantity else quantity end) as quantity from relief.handover
          where distribution = d.id and item is not null group by household, item) each group by household
      ) net on true
      left join relief.entitlement e on e.distribution = d.id and e.household = net.household
      where d.day between ${since} and ${until} order by d.day, d.code`),
  )
  const latest = new Map<string, Served>()
  for (const one of served)
    if (isAssisted(one.standard.anyOf, new Map(one.items.map(({ item, quantity }) => [item, Number(quantity)])))) latest.set(one.household, one)
  const places = new Map<string, Served[]>()
  for (const one of latest.values()) places.set(one.place, [...(places.get(one.place) ?? []), one])
  return [...places].map(([place, some]) => ({
    place,
    households: some.length,
    people: sumCounts(some.map(({ people }) => people ?? 'unknown')),
    latest: some
      .map(({ day }) => day)
      .sort()
      .at(-1)!,
  }))
}
