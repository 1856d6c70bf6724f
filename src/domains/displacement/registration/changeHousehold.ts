/**
 * A household of an exercise splits or joins another, or that is undone. The household that a split makes gets a line of the exercise too: it is counted, gets cards,
 * and is erased with the rest on the day that was promised.
 */
import { sql } from 'kysely'
import { asTheHouse, type Db, type Refused } from '../../../kernel/index.ts'
import { splitHousehold, undoHouseholdChange } from '../../../registry/people/index.ts'

export async function splitRegistered(db: Db, asked: Parameters<typeof splitHousehold>[1]): Promise<{ household: string; number: string } | Refused> {
  const made = await splitHousehold(db, asked)
  if ('refused' in made) return made
  await db.run(sql`
    insert into displacement.registration_line (scope, import_id, exercise, household, place, day, team, consent, verification, needs)
    select scope, import_id, exercise, ${made.household}, place, ${asked.day}::date, team, consent, verification, needs
    from displacement.registration_line where household = ${asked.household}`)
  return { household: made.household, number: made.number }
}

export async function undoRegisteredChange(db: Db, asked: Parameters<typeof undoHouseholdChange>[1]): Promise<{ household: string } | Refused> {
  const undone = await undoHouseholdChange(db, asked)
  if ('refused' in undone) return undone
  if (undone.kind === 'split') await asTheHouse(db, (within) => within.run(sql`delete from displacement.registration_line where household = ${undone.other}`))
  return { household: undone.household }
}
