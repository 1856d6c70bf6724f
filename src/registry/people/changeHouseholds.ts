/**
 * Households split and join, and both are remembered: a membership is closed on that day and another begins. The number of a household that nobody lives in any more is
 * never given again.
 */
import { sql } from 'kysely'
import { audit, type Db, insertRow, type Refused, type RowOf, refuse, refused, updateRow } from '../../kernel/index.ts'
import { nextNumber } from './keepHousehold.ts'
import { Household, Membership, Residence } from './person.ts'

type Row = RowOf<typeof Household>

const held = (db: Db, id: string) => db.one<Row>(sql`select * from people.household where id = ${id} for update`)

/** Closes and opens memberships; a day that is earlier than the joining closes on the day of joining. */
async function move(db: Db, people: readonly string[], to: Row, day: string): Promise<void> {
  const ids = sql`any (${[...people]}::uuid[])`
  const moved = await db.rows<{ person: string; relation: string }>(sql`
    update people.membership set until_day = greatest(from_day, ${day}::date), version = version + 1 where person = ${ids} and until_day is null returning person, relation`)
  await db.run(sql`update people.person set household = ${to.id}, scope = ${to.scope}, version = version + 1 where id = ${ids}`)
  for (const { person, relation } of moved)
    await insertRow(db, Membership, {
      scope: to.scope,
      importId: to.importId,
      household: to.id,
      person,
      relation: relation === 'head' ? 'unknown' : relation,
      fromDay: day,
    })
}

export type SplitAsked = { household: string; people: readonly string[]; head: string; day: string }

/** These people become a household of their own at the same place, with a number of its own. */
export async function splitHousehold(db: Db, { household, people, head, day }: SplitAsked): Promise<{ household: string; number: string } | Refused> {
  const before = await held(db, household)
  if (!before) return refused(refuse('access.not-found'))
  if (before.state !== 'active') return refused(refuse('people.household-not-active'))
  const lives = await db.rows<{ id: string }>(sql`select id from people.person where household = ${household}`)
  const strangers = people.filter((id) => !lives.some((person) => person.id === id))
  if (strangers.length > 0 || !people.includes(head)) return refused(refuse('people.not-of-household'))
  if (people.length === lives.length) return refused(refuse('people.split-leaves-nobody'))
  const { scope, importId, place, setting } = before
  const made = await insertRow(db, Household, { scope, importId, place, setting, number: await nextNumber(db), state: 'active' })
  await insertRow(db, Residence, { scope, importId, household: made.id, kind: 'current', place, setting, fromDay: day })
  // The head of the old one may be among those who go.
  if (before.head && people.includes(before.head)) await updateRow(db, Household, household, { head: null })
  await move(db, people, made, day)
  await db.run(
    sql`update people.membership set relation = 'head', version = version + 1 where household = ${made.id} and person = ${head} and until_day is null`,
  )
  await updateRow(db, Household, made.id, { head })
  await audit(db, 'household.split', Household.name, household, { into: made.id, people: people.length })
  return { household: made.id, number: made.number }
}

/** All people of the first go to the second; the first stays known as joined to it. */
export async function mergeHouseholds(db: Db, { from, into, day }: { from: string; into: string; day: string }): Promise<{ household: string } | Refused> {
  const [left, stays] = [await held(db, from), await held(db, into)]
  if (!left || !stays) return refused(refuse('access.not-found'))
  if (from === into || left.state !== 'active' || stays.state !== 'active') return refused(refuse('people.household-not-active'))
  const people = await db.rows<{ id: string }>(sql`select id from people.person where household = ${from}`)
  await updateRow(db, Household, from, { state: 'merged', mergedInto: into, head: null })
  await move(
    db,
    people.map(({ id }) => id),
    stays,
    day,
  )
  await audit(db, 'household.merge', Household.name, from, { into, people: people.length })
  return { household: into }
}
