/**
 * The draft of a form: a workbook handed in, or the one that is there with a repair, a translation or a new version number. One draft a form; handing in again
 * replaces it, and the version in the field stays as it is until the author publishes.
 */
import { sql } from 'kysely'
import type { Workbook } from '../../../engines/xlsform/index.ts'
import type { Actor } from '../../access/actor.ts'
import { canCreate } from '../../access/rules.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Db, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { insertRow, updateRow } from '../../record/store.ts'
import { refuse } from '../../refusal.ts'
import { Form, FormVersion } from '../form.ts'
import { readForm } from '../readForm.ts'
import { attachKnown } from './attachments.ts'
import { compileFor, keepCompiled, type VersionRow } from './compiled.ts'
import { draftOf, type FormRow, formById, projectNumbered } from './find.ts'
import { workbookFile } from './writeWorkbook.ts'

export type Upload = { name: string; bytes: Buffer }
/** Where the workbook belongs: a project, or a form that is there already. */
export type Target = { project: number } | { form: string }
export type Drafted = { form: string; version: string }

export async function takeWorkbook(house: House, actor: Actor, target: Target, file: Upload): Promise<Drafted | Refused> {
  const workbook = await readForm(file)
  if ('code' in workbook) return refused(workbook)
  const { sha256 } = await house.files.put(file.bytes)
  return keepDraft(house, actor, target, workbook, { sha256, name: file.name })
}

/** The draft with changed cells: its author's file is written anew, so that he can go on from there. */
export async function changeDraft(
  house: House,
  actor: Actor,
  form: string,
  change: (workbook: Workbook, draft: VersionRow) => Workbook | Refused | Promise<Workbook | Refused>,
): Promise<Drafted | Refused> {
  const opened = await openWorkbook(house, actor, form)
  if ('refused' in opened) return opened
  const changed = await change(opened.workbook, opened.version)
  if ('refused' in changed) return changed
  const { sha256 } = await house.files.put(await workbookFile(changed))
  return keepDraft(house, actor, { form }, changed, { sha256, name: opened.version.workbookName!.replace(/\.[a-z]+$/i, '.xlsx') })
}

/** The workbook of the draft, or of the newest published version where there is none. */
export async function openWorkbook(house: House, actor: Actor, form: string): Promise<{ workbook: Workbook; version: VersionRow } | Refused> {
  const version = await act(house.doors, actor, async (db) => (await newestVersion(db, form)) ?? refused(refuse('access.not-found')))
  if ('refused' in version) return version
  const bytes = version.workbook ? await house.files.get(version.workbook) : null
  if (!bytes) return refused(refuse('forms.no-workbook'))
  const workbook = await readForm({ name: version.workbookName ?? 'form.xlsx', bytes })
  return 'code' in workbook ? refused(workbook) : { workbook, version }
}

const newestVersion = (db: Db, form: string) =>
  db.one<VersionRow>(sql`select * from forms.form_version where form::text = ${form} order by state = 'draft' desc, published_at desc nulls last limit 1`)

export async function keepDraft(
  house: House,
  actor: Actor,
  target: Target,
  workbook: Workbook,
  file: { sha256: string; name: string },
): Promise<Drafted | Refused> {
  const compiled = compileFor(workbook, house.pack, file.name)
  const kept = await keepCompiled(house, compiled)
  return act(house.doors, actor, async (db) => {
    if (!canCreate(actor, Form)) return refused(refuse('access.not-allowed', { deed: 'create', record: Form.name }))
    const form = await formFor(db, house, target, compiled)
    if ('refused' in form) return form
    const values = { ...kept, form: form.id, state: 'draft' as const, workbook: file.sha256, workbookName: file.name, note: null, drift: null }
    const before = await draftOf(db, form.id)
    const version = before
      ? await updateRow(db, FormVersion, before.id, values)
      : await insertRow(db, FormVersion, { ...values, scope: form.scope, publishedAt: null, publishedBy: null })
    await attachKnown(db, house, form, version!)
    // Answers of a trial belong to the questions that were tried.
    await db.run(sql`delete from forms.trial where form_version = ${version!.id}`)
    await audit(db, 'form.draft', Form.name, form.id, { workbook: file.sha256, refusals: kept.refusals })
    return { form: form.id, version: version!.id }
  })
}

async function formFor(db: Db, house: House, target: Target, { formId, title }: { formId: string; title: string }): Promise<FormRow | Refused> {
  if ('form' in target) {
    const form = await formById(db, target.form)
    if (!form) return refused(refuse('access.not-found'))
    if (form.state === 'retired') return refused(refuse('forms.retired', { form: form.title }))
    if (formId && formId !== form.code) return refused(refuse('forms.other-form-id', { code: form.code, found: formId }))
    return (await updateRow(db, Form, form.id, form.state === 'draft' ? { title: title || form.title } : {}))!
  }
  const project = await projectNumbered(db, target.project)
  if (!project) return refused(refuse('forms.no-project', { number: target.project }))
  const known = await db.one<FormRow>(sql`select * from forms.form where project = ${project.id} and code = ${formId}`)
  if (known) return known.state === 'retired' ? refused(refuse('forms.retired', { form: known.title })) : known
  return insertRow(db, Form, {
    ...{ scope: house.pack.country.pcode, project: project.id, code: formId, title: title || formId, titles: {}, state: 'draft' as const },
    ...{
      taker: null,
      placeQuestion: null,
      dateQuestion: null,
      listsAt: 'approval' as const,
      makerChecker: true,
      restricted: false,
      sealed: false,
      retentionMonths: null,
    },
  })
}
