/** Registered people as the linkage engine compares them: read as the actor may see them, opened in memory, kept nowhere. */
import { sql } from 'kysely'
import type { Row, Table } from '../../engines/linkage/index.ts'
import type { Db, House } from '../../kernel/index.ts'
import { openSecret } from './secret.ts'

export type ListedPerson = { id: string; household: string; number: string; scope: string; sex: string; birthYear: number | null; row: Row }

type Kept = Omit<ListedPerson, 'row'> & { sealed: string; place: string; origin: string | null }

/** `only`: the people of these households, or of all. */
export async function listedPeople(db: Db, house: House, only?: readonly string[]): Promise<ListedPerson[]> {
  const kept = await db.rows<Kept>(sql`
    select p.id, p.household, h.number, p.scope, p.sex, p.birth_year, p.sealed, h.place,
      (select r.place from people.residence r where r.household = h.id and r.kind = 'previous' order by r.until_day desc limit 1) as origin
    from people.person p join people.household h on h.id = p.household
    where ${only === undefined ? sql`true` : sql`h.id = any (${[...only]}::uuid[])`} order by p.recorded_at, p.id`)
  return kept.flatMap(({ sealed, place, origin, ...person }) => {
    const secret = openSecret(house, { id: person.id, sealed })
    if (!secret) return []
    const birth = secret.birthDate ?? (person.birthYear === null ? null : `${person.birthYear}-01-01`)
    const { given, surname: family, phone, document } = secret
    return [{ ...person, row: { given, family, birth, sex: person.sex, origin, site: place, phone, document } }]
  })
}

/** How many people these households hold. */
export const peopleIn = async (db: Db, households: readonly string[]): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from people.person where household = any (${[...households]}::uuid[])`))!.n

const columns = ['given', 'family', 'birth', 'sex', 'origin', 'site', 'phone', 'document'] as const

export const tableOf = (rows: readonly Row[]): Table => ({
  size: rows.length,
  columns: Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column] ?? null)])),
})
