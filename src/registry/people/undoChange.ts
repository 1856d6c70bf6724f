/**
 * Undoing a split or a merge: the people go back to the household and the relation that they had. Nothing is forgotten by it: the memberships between stay, closed, and
 * the change stays with the reason for undoing it.
 */
import { sql } from 'kysely'
import { audit, type Db, type Refused, type RowOf, refuse, refused, updateRow } from '../../kernel/index.ts'
import { heldHousehold, moveTo } from './changeHouseholds.ts'
import { HouseholdChange } from './householdChange.ts'
import { Household } from './person.ts'

type Change = RowOf<typeof HouseholdChange>

/** A later change of either household rests upon this one: that one is undone first. */
const overtaken = async (db: Db, { id, household, other, recordedAt }: Change): Promise<boolean> =>
  (await db.one(sql`
    select 1 from people.household_change c where c.id <> ${id} and c.undone_at is null and c.recorded_at > ${recordedAt}
      and (c.household in (${household}, ${other}) or c.other in (${household}, ${other}))`)) !== null

export type UndoAsked = { change: string; day: string; reason: string }

export async function undoHouseholdChange(db: Db, { change: id, day, reason }: UndoAsked): Promise<Pick<Change, 'kind' | 'household' | 'other'> | Refused> {
  const change = await db.one<Change>(sql`select * from people.household_change where id = ${id} for update`)
  if (!change) return refused(refuse('access.not-found'))
  if (change.undoneAt) return refused(refuse('people.change-undone'))
  const [left, other] = [await heldHousehold(db, change.household), await heldHousehold(db, change.other)]
  if (!left || !other) return refused(refuse('access.not-found'))
  if (await overtaken(db, change)) return refused(refuse('people.change-overtaken'))
  const lives = await db.rows<{ id: string }>(sql`select id from people.person where household = ${other.id}`)
  const back = change.moved.filter(({ person }) => lives.some(({ id: living }) => living === person))
  if (change.kind === 'split') await updateRow(db, Household, other.id, { state: 'merged', mergedInto: left.id, head: null })
  else await updateRow(db, Household, left.id, { state: 'active', mergedInto: null })
  await moveTo(db, left, back, day)
  const head = back.find(({ wasHead }) => wasHead)
  if (head) await updateRow(db, Household, left.id, { head: head.person })
  await updateRow(db, HouseholdChange, id, { undoneAt: new Date().toISOString(), undoneReason: reason, undoneBy: db.actor.userId })
  await audit(db, 'household.undo-change', Household.name, left.id, { kind: change.kind, people: back.length })
  const { kind, household } = change
  return { kind, household, other: change.other }
}
