/** How a household came to be what it is: who joined and left, where it lived, what it agreed to. No name is opened for it. */
import { sql } from 'kysely'
import type { Db } from '../../kernel/index.ts'

export type HouseholdHistory = {
  members: { person: string; relation: string; fromDay: string; untilDay: string | null; movedTo: string | null }[]
  residences: { kind: string; place: string; placeName: string | null; setting: string | null; fromDay: string | null; untilDay: string | null }[]
  consents: {
    id: string
    person: string | null
    purpose: string
    answer: string
    language: string
    words: string
    wordingVersion: string
    answeredAt: string
  }[]
}

export const householdHistory = async (db: Db, household: string): Promise<HouseholdHistory> => ({
  members: await db.rows(sql`
    select m.person, m.relation, m.from_day, m.until_day,
      (select h.number from people.person p join people.household h on h.id = p.household where p.id = m.person and p.household <> m.household) as moved_to
    from people.membership m where m.household = ${household} order by m.from_day, m.recorded_at, m.id`),
  residences: await db.rows(sql`
    select r.kind, r.place, (select n.name from places.place n where n.pcode = r.place) as place_name, r.setting, r.from_day, r.until_day
    from people.residence r where r.household = ${household} order by r.kind desc, r.from_day nulls first, r.id`),
  consents: await db.rows(sql`
    select id, person, purpose, answer, language, words, wording_version, answered_at from people.consent where household = ${household} order by answered_at, purpose, id`),
})
