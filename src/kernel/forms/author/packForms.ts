/**
 * The questionnaires that a country pack brings, put into their project at the first start by the same steps as an author's: handed in, set up, published.
 * A form that is there already is its author's and is never touched again.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { theSystem } from '../../access/actor.ts'
import { act, isRefused, type Refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { insertRow } from '../../record/store.ts'
import { Project } from '../form.ts'
import { readForm } from '../readForm.ts'
import { compileFor } from './compiled.ts'
import { takeWorkbook } from './draft.ts'
import { projectNumbered } from './find.ts'
import { publishForm } from './publish.ts'
import { setForm } from './settings.ts'

const bilingual = z.strictObject({ pt: z.string().min(1), en: z.string().min(1) })
const packForms = z.strictObject({
  project: z.strictObject({ number: z.int().min(1), name: z.string().min(1), training: z.boolean() }),
  forms: z.array(
    z.strictObject({
      file: z.string().regex(/^[a-z0-9-]+\.md$/),
      titles: bilingual,
      taker: z.string().optional(),
      placeQuestion: z.string().optional(),
      dateQuestion: z.string().optional(),
      sealed: z.boolean().optional(),
      note: bilingual,
    }),
  ),
})
type PackForm = z.infer<typeof packForms>['forms'][number]

async function readPackForms(folder: string) {
  const text = folder ? await readFile(join(folder, 'forms', 'forms.json'), 'utf8').catch(() => null) : null
  return text === null ? null : packForms.parse(JSON.parse(text))
}

/** Gives the codes of the forms that were put in. */
export async function seedPackForms(house: House): Promise<string[] | Refused> {
  const brought = await readPackForms(house.pack.folder)
  if (!brought) return []
  const { number } = brought.project
  const project = await act(house.doors, theSystem, async (db) => {
    const known = await projectNumbered(db, number)
    return known ?? insertRow(db, Project, { scope: house.pack.country.pcode, closedOn: null, ...brought.project })
  })
  if (isRefused(project)) return project
  const made: string[] = []
  for (const form of brought.forms) {
    const code = await seedForm(house, number, project.id, form)
    if (isRefused(code)) return code
    if (code) made.push(code)
  }
  return made
}

async function seedForm(house: House, number: number, project: string, form: PackForm): Promise<string | null | Refused> {
  const bytes = await readFile(join(house.pack.folder, 'forms', form.file))
  const workbook = await readForm({ name: form.file, bytes })
  if ('code' in workbook) return { refused: [workbook] }
  const { formId } = compileFor(workbook, house.pack, form.file)
  const known = await act(house.doors, theSystem, (db) => db.one(sql`select 1 from forms.form where project = ${project} and code = ${formId}`))
  if (known) return null
  const drafted = await takeWorkbook(house, theSystem, { project: number }, { name: form.file, bytes })
  if (isRefused(drafted)) return drafted
  const { titles, taker = null, placeQuestion = null, dateQuestion = null, sealed = false } = form
  const set = await setForm(house, theSystem, drafted.form, { titles, taker, placeQuestion, dateQuestion, sealed })
  if (isRefused(set)) return set
  const published = await publishForm(house, theSystem, drafted.form, { note: form.note.pt })
  return isRefused(published) ? published : formId
}
