/** Focus area 7 in the results framework: houses handed over, houses that stand and are lived in a year later, and localities built in with an agreement (7.1 to 7.3). */
import { sql } from 'kysely'
import { type AssistedSource, asTheHouse, type Db, type FigureAsked, type IndicatorSource } from '../../kernel/index.ts'

type Handed = { id: string; kase: string; check: string | null; outcome: string | null }

/** Houses whose keys were given on a day of the period, or `years` before it. */
const handedOver = (db: Db, { from, to, place }: FigureAsked, years = 0): Promise<Handed[]> =>
  db.rows<Handed>(sql`
    select h.id, h.kase, y.id as check, y.outcome from solutions.house h left join solutions.year_check y on y.house = h.id
    where h.state in ('handed_over', 'checked_12m') and starts_with(h.scope, ${place})
      and (h.hand_over ->> 'on')::date + make_interval(years => ${years}) between ${from}::date and ${to}::date order by h.id`)

const idsOf = (record: string, rows: readonly { id: string }[]) => ({ record, ids: rows.map(({ id }) => id) })

const housesHandedOver: IndicatorSource = {
  code: '7.1',
  async compute(db, asked) {
    const houses = await handedOver(db, asked)
    const { begun } = (await db.one<{ begun: number }>(sql`select count(*)::int as begun from solutions.house where starts_with(scope, ${asked.place})`))!
    const figure = { expected: houses.length, received: houses.length, records: [idsOf('solutions.house', houses)] }
    return begun === 0 ? { value: null, unknown: 'no-records', ...figure } : { value: houses.length, ...figure }
  },
}

/** A house that nobody has looked at yet is due and not sound: silence is no good news. */
const soundAfterYear: IndicatorSource = {
  code: '7.2',
  async compute(db, asked) {
    const due = await handedOver(db, asked, 1)
    const checked = due.filter(({ check }) => check !== null)
    const sound = checked.filter(({ outcome }) => outcome === 'sound')
    const records = [idsOf('solutions.house', due), { record: 'solutions.year_check', ids: checked.map(({ check }) => check!) }]
    const figure = { numerator: sound.length, denominator: due.length, expected: due.length, received: checked.length, records }
    return due.length === 0 ? { value: null, unknown: 'denominator-unknown', ...figure } : { value: sound.length / due.length, ...figure }
  },
}

/** Active is a locality with works under way or a programme that began; agreed is what district and province signed before (specification of durable solutions, 3.1). */
const localitiesAgreed: IndicatorSource = {
  code: '7.3',
  async compute(db, { place }) {
    const active = await db.rows<{ place: string; houses: string[]; agreements: string[] }>(sql`
      with works as (
        select place, array_agg(id order by id) as ids from solutions.house
        where state not in ('handed_over', 'checked_12m', 'stopped') and starts_with(scope, ${place}) group by place),
      agreed as (
        select place, array_agg(id order by id) as ids, bool_or(state = 'active') as begun from solutions.locality_selection
        where state in ('agreed', 'active') and starts_with(scope, ${place}) group by place)
      select place, coalesce(works.ids, '{}') as houses, coalesce(agreed.ids, '{}') as agreements
      from works full join agreed using (place) where works.ids is not null or agreed.begun order by place`)
    const signed = active.filter(({ agreements }) => agreements.length > 0)
    const records = [
      { record: 'solutions.house', ids: active.flatMap(({ houses }) => houses) },
      { record: 'solutions.locality_selection', ids: active.flatMap(({ agreements }) => agreements) },
    ]
    const figure = { numerator: signed.length, denominator: active.length, expected: active.length, received: active.length, records }
    return active.length === 0 ? { value: null, unknown: 'denominator-unknown', ...figure } : { value: signed.length / active.length, ...figure }
  },
}

export const solutionsIndicators: readonly IndicatorSource[] = [housesHandedOver, soundAfterYear, localitiesAgreed]

/** Who got a house, for the figure of the whole mission; how many live in it the register of people knows. */
export const householdsHoused: AssistedSource = async (db, asked) => {
  const houses = await handedOver(db, asked)
  const numbers = await asTheHouse(db, (house) =>
    house.rows<{ household: string }>(
      sql`select household from solutions.beneficiary_case where id = any (${houses.map(({ kase }) => kase)}::uuid[]) order by household`,
    ),
  )
  return { households: numbers.map(({ household }) => ({ number: household, people: null })), records: [idsOf('solutions.house', houses)] }
}
