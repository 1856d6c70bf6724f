/**
 * Which questionnaires this phone has, which it should have, and how much there is to fetch. Each version is kept as long as the office lists it or a draft
 * needs it, because a draft opens in its own version.
 */
import { isTrouble, type Trouble } from '../outbox/network.ts'
import type { LockedStore } from '../store/locked.ts'
import { sha256Hex } from '../store/sealing.ts'
import { askJson, askOffice, type Line } from './line.ts'

export type Attachment = { fileName: string; kind: 'file' | 'list'; sha256: string | null; bytes: number | null; list: string | null }
export type FieldForm = {
  id: string
  code: string
  name: string
  title: Record<string, string>
  hash: string
  bytes: number
  languages: string[]
  restricted: boolean
  placeQuestion: string | null
  attachments: Attachment[]
  until: string | null
  notShown: string[]
}
export type Missing = { kind: 'form' | 'file' | 'list'; name: string; bytes: number | null; form: FieldForm; attachment?: Attachment }

const xformAt = (id: string) => `xform:${id}`
const fileAt = (sha256: string) => `attachment:${sha256}`
const oneOfForm = (form: FieldForm, { fileName }: Attachment) => `${form.id}/${fileName}`

export const readForms = async (cache: LockedStore): Promise<FieldForm[]> => (await cache.value<FieldForm[]>('forms')) ?? []

export async function fetchFormList(line: Line, cache: LockedStore): Promise<FieldForm[] | Trouble> {
  const answer = await askJson<{ forms: FieldForm[] }>(line, '/sync/forms')
  if (isTrouble(answer)) return answer
  for (const form of answer.forms) await cache.write({ key: `form:${form.id}`, value: form })
  await cache.write({ key: 'forms', value: answer.forms })
  return answer.forms
}

/** What still has to come before these forms can be filled without network. Lists come through their own feed. */
export async function missingOf(forms: readonly FieldForm[], cache: LockedStore): Promise<Missing[]> {
  const missing: Missing[] = []
  for (const form of forms) {
    if (!(await cache.bytes(xformAt(form.id)))) missing.push({ kind: 'form', name: form.code, bytes: form.bytes, form })
    for (const attachment of form.attachments) {
      const { kind, sha256, bytes, fileName } = attachment
      if (kind === 'list') {
        if (!(await cache.value(`list:${attachment.list}`))) missing.push({ kind, name: attachment.list ?? fileName, bytes, form, attachment })
      } else if (!(await cache.bytes(sha256 ? fileAt(sha256) : oneOfForm(form, attachment)))) missing.push({ kind, name: fileName, bytes, form, attachment })
    }
  }
  return missing
}

async function fetchBytes(line: Line, path: string): Promise<Uint8Array<ArrayBuffer> | Trouble> {
  const answer = await askOffice(line, path)
  if (!(answer instanceof Response)) return answer
  const bytes = await answer.arrayBuffer().catch(() => null)
  return bytes ? new Uint8Array(bytes) : { trouble: 'offline', told: [] }
}

/** Kept only when whole: what breaks off, or is not what was announced, is fetched again. */
export async function fetchMissing(line: Line, cache: LockedStore, { kind, form, attachment }: Missing): Promise<Trouble | null> {
  if (kind === 'list') return null
  const path = attachment ? `/sync/forms/${form.id}/attachments/${encodeURIComponent(attachment.fileName)}` : `/sync/forms/${form.id}/xform`
  const bytes = await fetchBytes(line, path)
  if (!(bytes instanceof Uint8Array)) return bytes
  const promised = attachment ? attachment.sha256 : form.hash
  if (promised?.length === 64 && (await sha256Hex(bytes)) !== promised) return { trouble: 'later', told: [] }
  const key = attachment ? (attachment.sha256 ? fileAt(attachment.sha256) : oneOfForm(form, attachment)) : xformAt(form.id)
  await cache.write({ key, bytes })
  return null
}

export const xformOf = async (cache: LockedStore, id: string): Promise<string | null> => {
  const bytes = await cache.bytes(xformAt(id))
  return bytes && new TextDecoder().decode(bytes)
}

/** Also of a version that the office no longer lists, as long as it is on this phone. */
export const formOf = (cache: LockedStore, id: string): Promise<FieldForm | null> => cache.value<FieldForm>(`form:${id}`)

export const attachmentOf = (cache: LockedStore, form: FieldForm, attachment: Attachment): Promise<Uint8Array<ArrayBuffer> | null> =>
  cache.bytes(attachment.sha256 ? fileAt(attachment.sha256) : oneOfForm(form, attachment))

/** Versions that nobody needs any more. */
export async function dropOldForms(cache: LockedStore, listed: readonly FieldForm[], ofDrafts: ReadonlySet<string>): Promise<void> {
  for (const name of await cache.names('form:')) {
    const id = name.slice('form:'.length)
    if (listed.some((form) => form.id === id) || ofDrafts.has(id)) continue
    await cache.write({ key: name, remove: 'value' }, { key: xformAt(id), remove: 'bytes' })
  }
}
