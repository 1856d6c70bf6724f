/** What may be known of a household without opening anybody's name. */
import { sql } from 'kysely'
import type { Db } from '../../kernel/index.ts'

export type HouseholdFacts = {
  id: string
  number: string
  place: string
  placeName: string | null
  state: string
  version: number
  people: number
  byAge: { ageBand: string | null; people: number }[]
}

export type CardHousehold = Pick<HouseholdFacts, 'id' | 'number' | 'place' | 'placeName' | 'byAge'> & { scope: string }

/** Households as cards name them: those that are active and that the actor of `db` may see. */
export const householdsForCards = (db: Db, ids: readonly string[]): Promise<CardHousehold[]> =>
  db.rows<CardHousehold>(sql`
    select h.id, h.number, h.scope, h.place, (select p.name from places.place p where p.pcode = h.place) as place_name,
      coalesce((select jsonb_agg(jsonb_build_object('ageBand', g.age_band, 'people', g.people)) from
        (select age_band, count(*)::int as people from people.person where household = h.id group by age_band order by age_band) g), '[]') as by_age
    from people.household h where h.id = any (${[...ids]}::uuid[]) and h.state = 'active' order by h.number`)

/** Which of these numbers belong to households that are active. */
export async function activeNumbers(db: Db, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows<{ number: string }>(sql`select number from people.household where number = any (${[...numbers]}::text[]) and state = 'active'`)
  return new Set(rows.map(({ number }) => number))
}

/** As the actor of `db` may see it. */
export async function householdFacts(db: Db, household: string): Promise<HouseholdFacts | null> {
  if (!/^[0-9a-f-]{36}$/.test(household)) return null
  const found = await db.one<Omit<HouseholdFacts, 'people' | 'byAge'>>(sql`
    select h.id, h.number, h.place, (select p.name from places.place p where p.pcode = h.place) as place_name, h.state, h.version
    from people.household h where h.id = ${household}`)
  if (!found) return null
  const byAge = await db.rows<{ ageBand: string | null; people: number }>(sql`
    select age_band, count(*)::int as people from people.person where household = ${household} group by age_band order by age_band`)
  return { ...found, people: byAge.reduce((sum, { people }) => sum + people, 0), byAge }
}

/** Who belongs to it now, oldest registration first. */
export const peopleOf = async (db: Db, household: string): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select id from people.person where household = ${household} order by recorded_at, id`)).map(({ id }) => id)
