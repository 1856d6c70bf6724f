/** A list by its name: a view that a domain declares, or a list of the project. A form that saves to a list nobody has made yet makes it. */
import { sql } from 'kysely'
import type { Db } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { insertRow, updateRow } from '../../record/store.ts'
import type { FieldListView } from '../fieldListView.ts'
import { FieldList } from '../list.ts'
import type { ItemChange } from './itemChanges.ts'
import type { ListHome } from './writeItem.ts'

export const viewNamed = (house: House, code: string): FieldListView | undefined =>
  house.domains.flatMap(({ lists }) => lists ?? []).find((view) => view.code === code)

export type OwnList = ListHome & { properties: string[]; approvalNeeded: boolean }

export const ownList = (db: Db, project: string, code: string) =>
  db.one<OwnList>(sql`select id, code, scope, class, properties, approval_needed from forms.list where project = ${project} and code = ${code}`)

export async function listNamed(
  db: Db,
  { project, scope, class: rowClass }: { project: string; scope: string; class: number },
  { list: code, properties }: ItemChange,
): Promise<OwnList> {
  const known = await ownList(db, project, code)
  const names = Object.keys(properties)
  if (!known) {
    const home = { scope: scope.slice(0, 2), class: rowClass }
    const made = await insertRow(db, FieldList, { ...home, project, code, properties: names, approvalNeeded: false })
    return { ...home, id: made.id, code, properties: names, approvalNeeded: false }
  }
  const fresh = names.filter((name) => !known.properties.includes(name))
  if (fresh.length > 0) await updateRow(db, FieldList, known.id, { properties: [...known.properties, ...fresh] })
  return known
}
