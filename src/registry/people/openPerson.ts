/** One person with the name open, for a deed that has asked whether it may. */
import { sql } from 'kysely'
import type { Db, House } from '../../kernel/index.ts'
import { openSecret, type Secret } from './secret.ts'

export type OpenPerson = Secret & {
  id: string
  household: string
  number: string
  place: string
  placeName: string | null
  sex: string
  birthYear: number | null
  ageBand: string | null
  relation: string | null
  vulnerabilities: string[]
  difficulties: string[]
  recordedAt: string
}

type Kept = Omit<OpenPerson, keyof Secret> & { sealed: string }

const people = (db: Db, where: ReturnType<typeof sql>) =>
  db.rows<Kept>(sql`
    select p.id, p.household, h.number, h.place, (select n.name from places.place n where n.pcode = h.place) as place_name, p.sex, p.birth_year, p.age_band,
      (select m.relation from people.membership m where m.person = p.id and m.until_day is null order by m.from_day desc limit 1) as relation,
      p.vulnerabilities, p.difficulties, p.recorded_at, p.sealed
    from people.person p join people.household h on h.id = p.household where ${where} order by p.recorded_at, p.id`)

const opened = (house: House, { sealed, ...person }: Kept): OpenPerson | null => {
  const secret = openSecret(house, { id: person.id, sealed })
  return secret && { ...person, ...secret }
}

/** Null: erased, or not for this reader. */
export async function openPerson(db: Db, house: House, id: string): Promise<OpenPerson | null> {
  const [found] = await people(db, sql`p.id = ${id}`)
  return found ? opened(house, found) : null
}

/** The head first, then the older before the younger: the same order at every look. */
const asInAHousehold = (a: OpenPerson, b: OpenPerson): number =>
  Number(b.relation === 'head') - Number(a.relation === 'head') || (a.birthYear ?? 9999) - (b.birthYear ?? 9999) || (a.id < b.id ? -1 : 1)

export const openHousehold = async (db: Db, house: House, household: string): Promise<OpenPerson[]> =>
  (await people(db, sql`p.household = ${household}`)).flatMap((person) => opened(house, person) ?? []).toSorted(asInAHousehold)
