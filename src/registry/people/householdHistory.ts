/** How a household came to be what it is: who joined and left, where it lived, what it agreed to. No name is opened for it. */
import { sql } from 'kysely'
import type { Db } from '../../kernel/index.ts'

/** One change as the page of either household shows it. */
export type ShownChange = {
  id: string
  kind: 'split' | 'merge'
  /** Whether people left this household by it, or came to it. */
  left: boolean
  other: string
  otherNumber: string
  day: string
  people: number
  reason: string
  recordedAt: string
  recordedBy: string | null
  undoneAt: string | null
  undoneReason: string | null
  undoneBy: string | null
  /** No later change of either household stands in the way. */
  mayUndo: boolean
}

export type HouseholdHistory = {
  changes: ShownChange[]
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
  changes: await db.rows(sql`
    select c.id, c.kind, c.household = ${household} as left, o.id as other, o.number as other_number, c.day, jsonb_array_length(c.moved) as people, c.reason,
      c.recorded_at, c.recorded_by, c.undone_at, c.undone_reason, c.undone_by,
      c.undone_at is null and not exists (select 1 from people.household_change l where l.undone_at is null and l.recorded_at > c.recorded_at
        and (l.household in (c.household, c.other) or l.other in (c.household, c.other))) as may_undo
    from people.household_change c join people.household o on o.id = case when c.household = ${household} then c.other else c.household end
    where c.household = ${household} or c.other = ${household} order by c.recorded_at desc, c.id`),
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
