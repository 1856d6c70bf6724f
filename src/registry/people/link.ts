/** Two registrations of one person, joined by a row of its own: neither is changed, so that undoing restores both exactly. */
import { type Db, insertRow, updateRow } from '../../kernel/index.ts'
import { PersonLink } from './person.ts'

export async function linkPeople(
  db: Db,
  { first, second, scope, exercise }: { first: string; second: string; scope: string; exercise: string },
): Promise<string> {
  return (await insertRow(db, PersonLink, { scope, importId: exercise, first, second })).id
}

export const undoLink = (db: Db, link: string, undoneReason: string) => updateRow(db, PersonLink, link, { undoneAt: new Date().toISOString(), undoneReason })
