/** What may be known of a household without opening anybody's name. */
import { sql } from 'kysely'
import { type Db, type Refused, refuse, refused } from '../../kernel/index.ts'
import { readHouseholdNumber } from './checkDigit.ts'

export type HouseholdFacts = {
  id: string
  number: string
  scope: string
  place: string
  placeName: string | null
  /** Where they live: in a centre, with a family. */
  setting: string | null
  state: string
  version: number
  people: number
  byAge: { ageBand: string | null; people: number }[]
}

export type CardHousehold = Pick<HouseholdFacts, 'id' | 'number' | 'place' | 'placeName' | 'byAge' | 'scope'>

/** As the actor of `db` may see them, by their numbers. */
export const listedHouseholds = (db: Db, ids: readonly string[]): Promise<HouseholdFacts[]> =>
  db.rows<HouseholdFacts>(sql`
    select h.id, h.number, h.scope, h.place, (select p.name from places.place p where p.pcode = h.place) as place_name, h.setting, h.state, h.version,
      (select count(*)::int from people.person where household = h.id) as people,
      coalesce((select jsonb_agg(jsonb_build_object('ageBand', g.age_band, 'people', g.people)) from
        (select age_band, count(*)::int as people from people.person where household = h.id group by age_band order by age_band) g), '[]') as by_age
    from people.household h where h.id = any (${[...ids]}::uuid[]) order by h.number`)

/** Households as cards name them: those that are active. */
export const householdsForCards = async (db: Db, ids: readonly string[]): Promise<CardHousehold[]> =>
  (await listedHouseholds(db, ids)).filter(({ state }) => state === 'active')

/** Which of these households are active, with their numbers. */
export const activeHouseholds = (db: Db, ids: readonly string[]) =>
  db.rows<{ id: string; number: string }>(
    sql`select id, number from people.household where id = any (${[...ids]}::uuid[]) and state = 'active' order by number`,
  )

/** Which of these numbers belong to households that are active. */
export async function activeNumbers(db: Db, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows<{ number: string }>(sql`select number from people.household where number = any (${[...numbers]}::text[]) and state = 'active'`)
  return new Set(rows.map(({ number }) => number))
}

/** As the actor of `db` may see it. */
export async function householdFacts(db: Db, household: string): Promise<HouseholdFacts | null> {
  if (!/^[0-9a-f-]{36}$/.test(household)) return null
  const [found] = await listedHouseholds(db, [household])
  return found ?? null
}

/** By the number on a card, as people write it. */
export async function householdByNumber(db: Db, written: string): Promise<HouseholdFacts | Refused> {
  const number = readHouseholdNumber(written)
  if (number === null) return refused(refuse('people.number-wrong'))
  const known = await db.one<{ id: string }>(sql`select id from people.household where number = ${number}`)
  const facts = known && (await householdFacts(db, known.id))
  return facts ?? refused(refuse('people.number-unknown'))
}

/** Who belongs to it now, oldest registration first. */
export const peopleOf = async (db: Db, household: string): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select id from people.person where household = ${household} order by recorded_at, id`)).map(({ id }) => id)

/** Who came with this registration, wherever he lives now: households split and join. */
export const peopleFrom = async (db: Db, origin: string): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select id from people.person where import_id = ${origin} order by recorded_at, id`)).map(({ id }) => id)

export type Member = { number: string; person: string; sex: string | null; ageBand: string | null; difficulties: string[] }

/**
 * Who belonged to these households in the period, by the numbers that other parts of the house know. Somebody who moved from one to another stands with both, under one
 * id; ids never leave the house.
 */
export const membersOf = (db: Db, numbers: readonly string[], { from, to }: { from: string; to: string }): Promise<Member[]> =>
  db.rows<Member>(sql`
    select h.number, p.id as person, p.sex, p.age_band, p.difficulties from people.household h
    join people.membership m on m.household = h.id and m.from_day <= ${to}::date and coalesce(m.until_day, 'infinity') >= ${from}::date
    join people.person p on p.id = m.person where h.number = any (${[...numbers]}::text[]) order by h.number, p.id`)
