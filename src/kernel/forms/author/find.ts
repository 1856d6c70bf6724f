/** Finding forms, versions and projects as the author's deeds need them; what one may not see is not there. */
import { sql } from 'kysely'
import type { Db } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import type { RowOf } from '../../record/record.ts'
import { getRow } from '../../record/store.ts'
import { Form, type Project } from '../form.ts'
import type { Understood, VersionRow } from './compiled.ts'

export type FormRow = RowOf<typeof Form>
export type ProjectRow = RowOf<typeof Project>

export const formById = (db: Db, id: string): Promise<FormRow | null> => getRow(db, Form, id)

export const projectNumbered = (db: Db, number: number) => db.one<ProjectRow>(sql`select * from forms.project where number = ${number}`)

export const draftOf = (db: Db, form: string) => db.one<VersionRow>(sql`select * from forms.form_version where form = ${form} and state = 'draft'`)

/** Newest first. */
export const publishedOf = (db: Db, form: string) =>
  db.rows<VersionRow>(sql`select * from forms.form_version where form = ${form} and state = 'published' order by published_at desc, id`)

/** What the compiler understood of a version, as it was kept. */
export async function understoodBy(house: House, version: Pick<VersionRow, 'understood'>): Promise<Understood> {
  const bytes = await house.files.get(version.understood)
  if (!bytes) throw new Error(`the questions of a form version are gone: ${version.understood}`)
  return JSON.parse(bytes.toString()) as Understood
}
