/**
 * The files of a submission: which ones it declares, which have come, which are missing. Two files with one name, or with the same bytes, are two files.
 * What was never declared is not kept with it.
 */
import { sql } from 'kysely'
import type { NamedFile } from '../../engines/instance/index.ts'
import type { Db } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { Envelope, Reading, SentFile } from './document.ts'

/** `announced`: the phone has said its hash; `sha256`: it is here. */
export type DeclaredFile = { name: string; announced: string | null; sha256: string | null; bytes: number | null }

const sameName = (a: string, b: string) => a.normalize('NFC') === b.normalize('NFC')

async function arrived({ files }: House, sent: SentFile): Promise<DeclaredFile> {
  if (sent.content) {
    const put = await files.put(sent.content)
    return { name: sent.name, announced: put.sha256, ...put }
  }
  const announced = sent.sha256 && /^[0-9a-f]{64}$/.test(sent.sha256) ? sent.sha256 : null
  const size = announced === null ? null : await files.size(announced)
  return { name: sent.name, announced, sha256: size === null ? null : announced, bytes: size ?? sent.bytes ?? null }
}

/** `ignored` names files that the document does not speak of. A phone of ours declares its files itself; another client's document names them. */
export async function declaredFiles(house: House, { files, via }: Envelope, reading: Reading): Promise<{ declared: DeclaredFile[]; ignored: string[] }> {
  const sent = await Promise.all(files.map((file) => arrived(house, file)))
  const named = [...reading.files]
  const declared: DeclaredFile[] = []
  const ignored: string[] = []
  for (const file of sent) {
    const at = named.findIndex((name) => sameName(name, file.name))
    if (at >= 0) named.splice(at, 1)
    const belongs = at >= 0 || via !== 'openrosa' || !reading.known || reading.files.some((name) => sameName(name, file.name))
    if (belongs) declared.push(file)
    else ignored.push(file.name)
  }
  declared.push(...named.map((name) => ({ name, announced: null, sha256: null, bytes: null })))
  return { declared, ignored }
}

export const missingOf = (files: readonly DeclaredFile[]): string[] => files.filter(({ sha256 }) => sha256 === null).map(({ name }) => name)

/** What a receipt says of the files: those whose hash is known, here or announced. */
export const namedFiles = (files: readonly DeclaredFile[]): NamedFile[] =>
  files.flatMap(({ name, sha256, announced }) => ((sha256 ?? announced) ? [{ name, sha256: (sha256 ?? announced)! }] : []))

/** Puts what has come into the empty places of its name; gives all the files as they stand now. */
export async function fillFiles(db: Db, submission: string, sent: readonly DeclaredFile[]): Promise<DeclaredFile[]> {
  const rows = await db.rows<{ id: string; name: string; sha256: string | null; bytes: number | null }>(sql`
    select id, name, sha256, bytes from forms.submission_file where submission = ${submission} order by ordinal for update`)
  // What is here already takes its place first: the same file sent twice does not fill the place of another with its name.
  const left = sent.filter(({ sha256 }) => sha256 !== null)
  const take = (fits: (file: DeclaredFile) => boolean) => {
    const at = left.findIndex(fits)
    return at < 0 ? null : left.splice(at, 1)[0]!
  }
  for (const row of rows) if (row.sha256) take(({ name, sha256 }) => sameName(name, row.name) && sha256 === row.sha256)
  const filled: { id: string; sha256: string; bytes: number | null }[] = []
  const all = rows.map((row): DeclaredFile => {
    const file = row.sha256 ? null : take(({ name }) => sameName(name, row.name))
    if (file) filled.push({ id: row.id, sha256: file.sha256!, bytes: file.bytes })
    const sha256 = file?.sha256 ?? row.sha256
    return { name: row.name, announced: sha256, sha256, bytes: file?.bytes ?? row.bytes }
  })
  if (filled.length > 0) {
    await rememberFiles(db, filled)
    await db.run(sql`
      update forms.submission_file f set sha256 = n.sha256, bytes = n.bytes, version = f.version + 1
      from jsonb_to_recordset(${JSON.stringify(filled)}::jsonb) as n(id uuid, sha256 text, bytes integer) where f.id = n.id`)
  }
  return all
}

/** Every file that a row names is known to the backup. */
export const rememberFiles = (db: Db, files: readonly { sha256: string | null; bytes: number | null }[]): Promise<number> =>
  db.run(sql`
    insert into kernel.file (sha256, bytes, kind)
    select distinct on (n.sha256) n.sha256, coalesce(n.bytes, 0), 'submission' from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as n(sha256 text, bytes bigint)
    where n.sha256 is not null on conflict do nothing`)
