/**
 * Who was reached: distinct households with at least the standard of its time, never the sum over distributions; a household that moved counts where it was served
 * last. People by the size at that day; a household of unknown size leaves the number of people unknown. Relief specification, 4.11.
 */
import { type RawBuilder, sql } from 'kysely'
import { type Count, sumCounts } from '../../../engines/count.ts'
import { isAssisted } from '../../../engines/handover/index.ts'
import { type AssistedSource, asTheHouse, type Db, type IndicatorSource } from '../../../kernel/index.ts'
import { type Standard, settledStates } from './distribution.ts'

export type ReachedPlace = { place: string; households: number; people: Count; latest: string }
type Served = {
  distribution: string
  household: string
  people: number | null
  place: string
  scope: string
  day: string
  standard: Standard
  items: Item[]
  facts: string[]
}
type Item = { item: string; quantity: number }
type Days = { since: string; until: string }

/** Households that got the standard of a distribution, those of the last day last; `which` says of which distributions `d`. */
export const servedIn = (db: Db, which: RawBuilder<unknown>): Promise<Served[]> =>
  asTheHouse(db, async (house) => {
    const served = await house.rows<Served>(sql`
      select d.id as distribution, net.household, e.people, d.place, d.scope, d.day, d.standard, net.items, net.facts from relief.distribution d
      join lateral (
        select household, jsonb_agg(jsonb_build_object('item', item, 'quantity', quantity)) as items, jsonb_path_query_array(jsonb_agg(facts), '$[*][*]') as facts from (
          select household, item, sum(case kind when 'taken_back' then -quantity else quantity end) as quantity, jsonb_agg(id order by id) as facts from relief.handover
          where distribution = d.id and item is not null group by household, item) each group by household
      ) net on true
      left join relief.entitlement e on e.distribution = d.id and e.household = net.household
      where ${which} order by d.day, d.code`)
    return served.filter(({ standard, items }) => isAssisted(standard.anyOf, new Map(items.map(({ item, quantity }) => [item, Number(quantity)]))))
  })

/** Of each household the last hand-over of these days that reached the standard, with the facts that it is made of. */
const servedLast = async (db: Db, { since, until }: Days): Promise<Served[]> => [
  ...new Map((await servedIn(db, sql`d.day between ${since} and ${until}`)).map((one) => [one.household, one])).values(),
]

/** Days are both included; numbers leave this function, households do not. */
export async function reachedHouseholds(db: Db, days: Days): Promise<ReachedPlace[]> {
  const places = new Map<string, Served[]>()
  for (const one of await servedLast(db, days)) places.set(one.place, [...(places.get(one.place) ?? []), one])
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

const within = (served: readonly Served[], place: string) => served.filter(({ scope }) => scope.startsWith(place))
const factsOf = (served: readonly Served[]) => [{ record: 'relief.handover', ids: served.flatMap(({ facts }) => facts).sort() }]

/** For the figure of the whole mission. */
export const householdsAssisted: AssistedSource = async (db, { from, to, place }) => {
  const served = within(await servedLast(db, { since: from, until: to }), place)
  return { households: served.map(({ household, people }) => ({ number: household, people })), records: factsOf(served) }
}

/** Focus area 12, key results 1 and 2: distributions of which hand-overs are still on their way are expected and not received (12.1). */
export const householdsServed: IndicatorSource = {
  code: '12.1',
  async compute(db, { from, to, place }) {
    const served = within(await servedLast(db, { since: from, until: to }), place)
    const held = await db.one<{ all: number; settled: number }>(sql`
      select count(*)::int as all, count(*) filter (where state = any (${[...settledStates]}::text[]))::int as settled from relief.distribution
      where day between ${from} and ${to} and starts_with(scope, ${place}) and state <> 'cancelled'`)
    const coverage = { expected: held!.all, received: held!.settled, records: factsOf(served) }
    return held!.all === 0 ? { value: null, unknown: 'no-records', ...coverage } : { value: served.length, ...coverage }
  },
}
