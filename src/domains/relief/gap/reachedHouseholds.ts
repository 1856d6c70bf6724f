/**
 * How many households of a district received an item or kit within its life. Hand-overs are told family by family, and a household counts once, where it was served last. A place
 * of which there are only partners' reports counts by its largest: a household that stands in two reports cannot be told from two, so all of them together are the most it can be.
 */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../../kernel/index.ts'
import { kitEditions } from '../requests/itemsOf.ts'

export type Reached = { district: string; households: number; most: number; handedOver: number; reports: string[]; newest: string }

type Report = { id: string; scope: string; place: string; households: number; distributedOn: string }
type Handed = { scope: string; place: string; households: number; newest: string }

/** The district is the first part of the scope of a place. */
export const districtOf = (scope: string, districts: Iterable<string>): string | null => [...districts].find((pcode) => scope.startsWith(pcode)) ?? null

const reportsOf = (db: Db, code: string, since: string): Promise<Report[]> =>
  db.rows<Report>(sql`
    select r.id, r.scope, r.place, r.households, r.distributed_on from relief.request_report r join relief.request q on q.id = r.request
    where r.distributed_on >= ${since}::date
      and exists (select 1 from jsonb_array_elements(q.lines) line where line ->> 'code' = ${code} and (line ->> 'approved')::int > 0) order by r.distributed_on, r.id`)

/** Of a kit the parts of its newest edition. */
const itemsIn = async (db: Db, code: string): Promise<string[]> =>
  (await kitEditions(db)).findLast(({ kit }) => kit === code)?.parts.map(({ item }) => item) ?? [code]

type HandedByPartner = { organisation: string; scope: string; day: string; households: number }

/** Households that each partner served itself, distribution by distribution; one that got back what it had taken is none. */
export async function handedByPartners(db: Db, code: string): Promise<HandedByPartner[]> {
  const items = await itemsIn(db, code)
  return asTheHouse(db, (house) =>
    house.rows<HandedByPartner>(sql`
      with held as (
        select h.distribution, h.household, h.item, sum(case h.kind when 'taken_back' then -h.quantity else h.quantity end) as quantity
        from relief.handover h where h.item = any(${items}::text[]) group by h.distribution, h.household, h.item
      ),
      served as (select distribution, household from held where quantity > 0 group by distribution, household having count(*) = ${items.length})
      select d.organisation, d.scope, d.day::text, count(*)::int as households from served s join relief.distribution d on d.id = s.distribution
      where d.organisation is not null group by d.id order by d.day, d.code`),
  )
}

/** Of a kit all parts must have come. Numbers leave this function, households do not. */
async function handedOver(db: Db, code: string, since: string): Promise<Handed[]> {
  const items = await itemsIn(db, code)
  return asTheHouse(db, (house) =>
    house.rows<Handed>(sql`
      with held as (
        select h.household, h.item, sum(case h.kind when 'taken_back' then -h.quantity else h.quantity end) as quantity, (array_agg(d.id order by d.day desc, d.code desc))[1] as last
        from relief.handover h join relief.distribution d on d.id = h.distribution
        where d.day >= ${since}::date and h.item = any(${items}::text[]) group by h.household, h.item
      ),
      served as (select household, (array_agg(last))[1] as last from held where quantity > 0 group by household having count(*) = ${items.length})
      select d.scope, d.place, count(*)::int as households, max(d.day)::text as newest from served s join relief.distribution d on d.id = s.last group by d.scope, d.place`),
  )
}

export async function reachedHouseholds(db: Db, code: string, since: string, districts: readonly string[]): Promise<Map<string, Reached>> {
  const places = new Map<string, { scope: string; handed: number; largest: number; reported: number; reports: string[]; newest: string }>()
  const at = (place: string, scope: string, day: string) => {
    const known = places.get(place) ?? { scope, handed: 0, largest: 0, reported: 0, reports: [], newest: day }
    places.set(place, known)
    if (day > known.newest) known.newest = day
    return known
  }
  for (const { place, scope, households, newest } of await handedOver(db, code, since)) at(place, scope, newest).handed = households
  for (const { id, place, scope, households, distributedOn } of await reportsOf(db, code, since)) {
    const known = at(place, scope, distributedOn)
    known.largest = Math.max(known.largest, households)
    known.reported += households
    known.reports.push(id)
  }
  const found = new Map<string, Reached>()
  for (const { scope, handed, largest, reported, reports, newest } of places.values()) {
    const district = districtOf(scope, districts)
    if (!district) continue
    const known = found.get(district) ?? { district, households: 0, most: 0, handedOver: 0, reports: [], newest }
    found.set(district, {
      district,
      households: known.households + Math.max(handed, largest),
      most: known.most + Math.max(handed, reported),
      handedOver: known.handedOver + handed,
      reports: [...known.reports, ...reports],
      newest: [newest, known.newest].sort().at(-1)!,
    })
  }
  return found
}
