/** The forms that a key may fill today, their versions and what belongs to each: decided by row level security over assignments, not here. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../db/transaction.ts'
import type { House } from '../../house.ts'

export type OfferedForm = {
  id: string
  form: string
  project: string
  code: string
  title: string
  titles: Record<string, string>
  version: string
  xform: string
  md5: string
  attachments: number
  languages: string[]
  restricted: boolean
  placeQuestion: string | null
  understood: string
  /** The last day on which blanks are given; null: no end. */
  until: string | null
}

export type Wanted = { project: number; code?: string; version?: string; id?: string; everyVersion?: boolean }

/** The latest version of each form; an older one when it is asked for by name. */
export const offeredForms = (db: Db, { project, code, version, id, everyVersion }: Wanted): Promise<OfferedForm[]> =>
  db.rows<OfferedForm>(sql`
    select * from (
      select v.id, f.id as form, f.project, f.code, f.title, f.titles, v.name as version, v.xform, v.md5, v.languages, v.understood, f.restricted, f.place_question,
        (select count(*)::int from forms.attachment a where a.form_version = v.id) as attachments,
        (select case when bool_or(a.until_day is null) then null else max(a.until_day) end from forms.assignment a
          where a.of_project = f.project and (a.of_form is null or a.of_form = f.id) and a.target = any ((select current_setting('app.targets'))::text[])) as until,
        row_number() over (partition by f.id order by v.published_at desc nulls last, v.id) as age
      from forms.form f join forms.project p on p.id = f.project join forms.form_version v on v.form = f.id and v.state = 'published' and v.xform is not null
      where p.number = ${project} and f.state = 'published' and coalesce(p.closed_on >= current_date, true)
        and (${code ?? null}::text is null or f.code = ${code ?? null}) and (${version ?? null}::text is null or v.name = ${version ?? null})
        and (${id ?? null}::text is null or v.id::text = ${id ?? null})
    ) offered where ${everyVersion === true || version !== undefined}::boolean or age = 1 order by code, age`)

export type OfferedFile = { fileName: string; kind: 'file' | 'list'; sha256: string | null; bytes: number | null; list: string | null }

/** Only what has content: a file that the author has not handed in yet is not announced. */
export const filesOf = (db: Db, formVersion: string): Promise<OfferedFile[]> =>
  db.rows<OfferedFile>(sql`
    select file_name, kind, sha256, bytes, list from forms.attachment where form_version = ${formVersion} and (sha256 is not null or list is not null) order by file_name`)

const md5s = new Map<string, string>()

/** Collection programs know files by MD5; content under one SHA-256 never changes, so it is taken once. */
export async function md5Of({ files }: House, sha256: string): Promise<string | null> {
  const known = md5s.get(sha256)
  if (known) return known
  const bytes = await files.get(sha256)
  if (!bytes) return null
  const made = createHash('md5').update(bytes).digest('hex')
  if (md5s.size > 10_000) md5s.clear()
  md5s.set(sha256, made)
  return made
}
