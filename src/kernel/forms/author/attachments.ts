/**
 * What a version shows beside its words: pictures and sounds of its labels, and lists. A list that one of our registers brings is attached by its name and
 * stays fresh; a file is what its author handed in.
 */
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Db, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import type { RowOf } from '../../record/record.ts'
import { insertRow, updateRow } from '../../record/store.ts'
import { refuse } from '../../refusal.ts'
import { FormAttachment } from '../form.ts'
import type { VersionRow } from './compiled.ts'
import { draftOf, type FormRow, publishedOf } from './find.ts'

export type AttachmentRow = RowOf<typeof FormAttachment>

/** Names that phones may keep a file under: no folder, no hidden file. */
const isFileName = (name: string) => name.length <= 200 && !/[\\/\0]/.test(name) && !name.startsWith('.')

/** Everything that the XForm points to. */
function filesNamedIn(xform: string): string[] {
  const named = [...xform.matchAll(/jr:\/\/(?:images|audio|video|file|file-csv)\/([^"'<]+)/g)].map(([, name]) => decodeURIComponent(name!))
  return [...new Set(named)].sort()
}

export async function filesNeeded(house: House, version: VersionRow): Promise<string[]> {
  const xform = version.xform && (await house.files.get(version.xform))
  return xform ? filesNamedIn(xform.toString()) : []
}

export const attachmentsOf = (db: Db, version: string) =>
  db.rows<AttachmentRow>(sql`select * from forms.attachment where form_version = ${version} order by file_name`)

/** Codes of the lists that a form of this project may show: views of our registers, and lists that forms themselves keep. */
export async function knownLists(db: Db, house: House, project: string): Promise<string[]> {
  const own = await db.rows<{ code: string }>(sql`select code from forms.list where project = ${project}`)
  return [...new Set([...house.domains.flatMap(({ lists }) => (lists ?? []).map(({ code }) => code)), ...own.map(({ code }) => code)])].sort()
}

/** A new draft keeps what the version before it had, and gets every list that we know by the name of its file. */
export async function attachKnown(db: Db, house: House, form: FormRow, draft: VersionRow): Promise<void> {
  const needed = new Set(await filesNeeded(house, draft))
  const there = new Set((await attachmentsOf(db, draft.id)).map(({ fileName }) => fileName))
  const [before] = await publishedOf(db, form.id)
  const earlier = before ? await attachmentsOf(db, before.id) : []
  const lists = new Set(await knownLists(db, house, form.project))
  for (const fileName of needed) {
    if (there.has(fileName)) continue
    const kept = earlier.find((attachment) => attachment.fileName === fileName)
    const code = fileName.replace(/\.csv$/i, '')
    const list = fileName.toLowerCase().endsWith('.csv') && lists.has(code) ? code : null
    if (kept)
      await insertRow(db, FormAttachment, {
        scope: form.scope,
        formVersion: draft.id,
        fileName,
        kind: kept.kind,
        sha256: kept.sha256,
        bytes: kept.bytes,
        list: kept.list,
      })
    else if (list) await insertRow(db, FormAttachment, { scope: form.scope, formVersion: draft.id, fileName, kind: 'list', sha256: null, bytes: null, list })
  }
}

/** Puts a file or a list under a name; what stood there before goes. */
async function attach(house: House, actor: Actor, form: string, given: Pick<AttachmentRow, 'fileName' | 'kind' | 'sha256' | 'bytes' | 'list'>) {
  return act(house.doors, actor, async (db): Promise<{ id: string } | Refused> => {
    const draft = await draftOf(db, form)
    if (!draft) return refused(refuse('forms.no-draft'))
    if (given.list && !(await knownLists(db, house, await projectOf(db, form))).includes(given.list))
      return refused(refuse('forms.list-unknown', { list: given.list }))
    const before = (await attachmentsOf(db, draft.id)).find(({ fileName }) => fileName === given.fileName)
    const { id } = before
      ? (await updateRow(db, FormAttachment, before.id, given))!
      : await insertRow(db, FormAttachment, { scope: draft.scope, formVersion: draft.id, ...given })
    await audit(db, 'form.attach', FormAttachment.name, id, { kind: given.kind })
    return { id }
  })
}

const projectOf = async (db: Db, form: string) => (await db.one<{ project: string }>(sql`select project from forms.form where id = ${form}`))!.project

export async function attachFile(house: House, actor: Actor, form: string, file: { name: string; bytes: Buffer }): Promise<{ id: string } | Refused> {
  if (!isFileName(file.name)) return refused(refuse('forms.attachment-name', { name: file.name }))
  const { sha256, bytes } = await house.files.put(file.bytes)
  return attach(house, actor, form, { fileName: file.name, kind: 'file', sha256, bytes, list: null })
}

export const attachList = (house: House, actor: Actor, form: string, fileName: string, list: string): Promise<{ id: string } | Refused> =>
  isFileName(fileName)
    ? attach(house, actor, form, { fileName, kind: 'list', sha256: null, bytes: null, list })
    : Promise.resolve(refused(refuse('forms.attachment-name', { name: fileName })))
