/**
 * Households split and join, and both are remembered: a membership is closed on that day and another begins, and the change is kept with its reason, so that it can be
 * undone. The number of a household that nobody lives in any more is never given again.
 */
import { sql } from 'kysely'
import { audit, type Db, insertRow, type Refused, type RowOf, refuse, refused, updateRow } from '../../kernel/index.ts'
import { HouseholdChange, type Moved } from './householdChange.ts'
import { nextNumber } from './keepHousehold.ts'
import { Household, Residence } from './person.ts'

export type HouseholdRow = RowOf<typeof Household>

export const heldHousehold = (db: Db, id: string) => db.one<HouseholdRow>(sql`select * from people.household where id = ${id} for update`)

/** Who lives there, and as what: heads are named by the household, not by their relation alone. */
async function livingIn(db: Db, { id, head }: HouseholdRow): Promise<Moved[]> {
  const people = await db.rows<{ person: string; relation: string | null }>(sql`
    select p.id as person, (select m.relation from people.membership m where m.person = p.id and m.until_day is null order by m.from_day desc limit 1) as relation
    from people.person p where p.household = ${id} order by p.recorded_at, p.id`)
  return people.map(({ person, relation }) => ({ person, relation: relation ?? 'unknown', wasHead: person === head }))
}

type Arrival = { person: string; relation: string }

/** Closes and opens memberships; a day that is earlier than the joining closes on the day of joining. */
export async function moveTo(db: Db, to: HouseholdRow, people: readonly Arrival[], day: string): Promise<void> {
  const ids = sql`any (${people.map(({ person }) => person)}::uuid[])`
  await db.run(sql`
    update people.membership set until_day = greatest(from_day, ${day}::date), version = version + 1 where person = ${ids} and until_day is null`)
  await db.run(sql`update people.person set household = ${to.id}, scope = ${to.scope}, version = version + 1 where id = ${ids}`)
  await db.run(sql`
    insert into people.membership (scope, import_id, household, person, relation, from_day)
    select ${to.scope}, ${to.importId}::uuid, ${to.id}::uuid, a.person, a.relation, ${day}::date
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as a (person uuid, relation text)`)
}

/** In another household nobody is head because he was head where he came from. */
const asArrival = ({ person, relation }: Moved): Arrival => ({ person, relation: relation === 'head' ? 'unknown' : relation })

export type SplitAsked = { household: string; people: readonly string[]; head: string; day: string; reason: string }

/** These people become a household of their own at the same place, with a number of its own. */
export async function splitHousehold(
  db: Db,
  { household, people, head, day, reason }: SplitAsked,
): Promise<{ household: string; number: string; change: string } | Refused> {
  const before = await heldHousehold(db, household)
  if (!before) return refused(refuse('access.not-found'))
  if (before.state !== 'active') return refused(refuse('people.household-not-active'))
  const lives = await livingIn(db, before)
  const moved = lives.filter(({ person }) => people.includes(person))
  if (moved.length < new Set(people).size || !people.includes(head)) return refused(refuse('people.not-of-household'))
  if (moved.length === lives.length) return refused(refuse('people.split-leaves-nobody'))
  const { scope, importId, place, setting } = before
  const made = await insertRow(db, Household, { scope, importId, place, setting, number: await nextNumber(db), state: 'active' })
  await insertRow(db, Residence, { scope, importId, household: made.id, kind: 'current', place, setting, fromDay: day })
  // The head of the old one may be among those who go.
  if (moved.some(({ wasHead }) => wasHead)) await updateRow(db, Household, household, { head: null })
  const arrivals = moved.map((each) => (each.person === head ? { person: head, relation: 'head' } : asArrival(each)))
  await moveTo(db, made, arrivals, day)
  await updateRow(db, Household, made.id, { head })
  const change = await insertRow(db, HouseholdChange, { scope, importId, kind: 'split', household, other: made.id, day, moved, reason })
  await audit(db, 'household.split', Household.name, household, { into: made.id, people: moved.length })
  return { household: made.id, number: made.number, change: change.id }
}

export type MergeAsked = { from: string; into: string; day: string; reason: string }

/** All people of the first go to the second; the first stays known as joined to it. */
export async function mergeHouseholds(db: Db, { from, into, day, reason }: MergeAsked): Promise<{ household: string; change: string } | Refused> {
  const [left, stays] = [await heldHousehold(db, from), await heldHousehold(db, into)]
  if (!left || !stays) return refused(refuse('access.not-found'))
  if (from === into) return refused(refuse('people.merge-with-itself'))
  if (left.state !== 'active' || stays.state !== 'active') return refused(refuse('people.household-not-active'))
  const moved = await livingIn(db, left)
  await updateRow(db, Household, from, { state: 'merged', mergedInto: into, head: null })
  await moveTo(db, stays, moved.map(asArrival), day)
  const { scope, importId } = left
  const change = await insertRow(db, HouseholdChange, { scope, importId, kind: 'merge', household: from, other: into, day, moved, reason })
  await audit(db, 'household.merge', Household.name, from, { into, people: moved.length })
  return { household: into, change: change.id }
}
