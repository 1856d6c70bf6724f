/** One household with its people's names open, for a purpose: who lives there now and lived there before, what they agreed to, where they were registered. */
import { sql } from 'kysely'
import { audit, type Db, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { Household, type HouseholdHistory, householdFacts, householdHistory, type OpenPerson, openHousehold } from '../../../registry/people/index.ts'

type Registered = { id: string; exercise: string; exerciseName: string; day: string; team: string | null; verification: string; needs: string[] }
export type ShownHousehold = {
  facts: NonNullable<Awaited<ReturnType<typeof householdFacts>>>
  people: OpenPerson[]
  history: HouseholdHistory
  lines: Registered[]
  /** Of those who changed it, by their ids. */
  names: Record<string, string>
}

export async function lookAtHousehold(db: Db, house: House, id: string, purpose: string): Promise<ShownHousehold | Refused> {
  const facts = await householdFacts(db, id)
  if (!facts) return refused(refuse('access.not-found'))
  const people = await openHousehold(db, house, id)
  const history = await householdHistory(db, id)
  const lines = await db.rows<Registered>(sql`
    select l.id, l.exercise, e.name as exercise_name, l.day, l.team, l.verification, l.needs
    from displacement.registration_line l join displacement.registration_exercise e on e.id = l.exercise where l.household = ${id} order by l.day, l.recorded_at`)
  // The compartment names people of the office by id alone.
  const office = [...new Set(history.changes.flatMap(({ recordedBy, undoneBy }) => [recordedBy, undoneBy].filter((by) => by !== null)))]
  const names = await db.rows<{ id: string; name: string }>(sql`select id, name from kernel.person where id = any (${office}::uuid[])`)
  await audit(db, 'household.look', Household.name, id, { purpose, people: people.length })
  return { facts, people, history, lines, names: Object.fromEntries(names.map(({ id: by, name }) => [by, name])) }
}
