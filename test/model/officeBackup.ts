/**
 * Last night's backup of one form, and the office put back to it: everything of the form that came later is gone (rows, files, versions, revocations, lines of
 * the audit that no seal covers yet), and the epoch is renewed, as `capulana restore` does for the whole house.
 */
import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { renewEpoch } from '../../src/kernel/db/epoch.ts'
import { asOwner } from '../../src/kernel/index.ts'
import type { World } from './world.ts'

/** Rows that change after they were written; the others are written once, so that their ids say all. */
const changing = ['standing', 'submission_file', 'finding', 'quarantine'] as const
const ofForm = ({ work }: World, table: (typeof changing)[number]) =>
  table === 'standing'
    ? sql`form = ${work.form}`
    : table === 'quarantine'
      ? sql`form_code = ${work.code}`
      : sql`submission in (select id from forms.submission where form = ${work.form})`

export type OfficeBackup = {
  rows: Record<string, string>
  submissions: string[]
  receipts: string[]
  versions: string[]
  revoked: string[]
  files: string[]
}

const ids = async (world: World, table: string, where: ReturnType<typeof sql>) =>
  (await asOwner(world.house.doors).rows<{ id: string }>(sql`select id from ${sql.raw(table)} where ${where}`)).map(({ id }) => id)

export async function backUpOffice(world: World): Promise<OfficeBackup> {
  const db = asOwner(world.house.doors)
  const rows: OfficeBackup['rows'] = {}
  for (const table of changing) {
    const found = await db.one<{ rows: string }>(
      sql`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${sql.raw(`forms.${table}`)} t where ${ofForm(world, table)}`,
    )
    rows[table] = found!.rows
  }
  const there = await Promise.all([...world.photos].map(async (sha256) => ((await world.house.files.size(sha256)) === null ? [] : [sha256])))
  return {
    rows,
    submissions: await ids(world, 'forms.submission', sql`form = ${world.work.form}`),
    receipts: await ids(world, 'forms.receipt', sql`form_code = ${world.work.code}`),
    versions: world.versions.map(({ id }) => id),
    revoked: await ids(world, 'forms.device', sql`project = ${world.work.projectId} and revoked_at is not null`),
    files: there.flat(),
  }
}

export async function restoreOffice(world: World, backup: OfficeBackup): Promise<void> {
  const { house, office, work } = world
  const newFiles = [...world.photos].filter((sha256) => !backup.files.includes(sha256))
  await house.doors.owner.transaction().execute(async (owner) => {
    const later = sql`select id from forms.submission where form = ${work.form} and not id = any (${backup.submissions}::uuid[])`
    const run = (statement: ReturnType<typeof sql>) => statement.execute(owner)
    const unknown = sql`record_id in (select id::text from (${later}) s union select id::text from forms.quarantine
      where form_code = ${work.code} and not id in (select id from jsonb_to_recordset(${backup.rows.quarantine}::jsonb) as q(id uuid)))`
    await run(sql`delete from kernel.audit where ${unknown}`)
    await run(sql`delete from kernel.change where ${unknown}`)
    for (const table of changing) await run(sql`delete from ${sql.raw(`forms.${table}`)} where ${ofForm(world, table)}`)
    await run(sql`delete from forms.answers where submission in (${later})`)
    await run(sql`delete from forms.receipt where form_code = ${work.code} and not id = any (${backup.receipts}::uuid[])`)
    await run(sql`delete from forms.submission where id in (${later})`)
    await run(sql`delete from forms.form_version where form = ${work.form} and not id = any (${backup.versions}::uuid[])`)
    for (const table of changing)
      await run(sql`
        insert into ${sql.raw(`forms.${table}`)} select * from jsonb_populate_recordset(null::${sql.raw(`forms.${table}`)}, ${backup.rows[table]}::jsonb)`)
    await run(sql`update forms.device set revoked_at = null, revoked_by = null where project = ${work.projectId} and not id = any (${backup.revoked}::uuid[])`)
    await run(sql`delete from kernel.blob where sha256 = any (${newFiles}::text[])`)
    await renewEpoch(owner, 'restore')
  })
  for (const sha256 of newFiles) for (const path of [house.files.path(sha256), `${house.files.path(sha256)}.coming`]) await rm(path, { force: true })
  world.versions = world.versions.filter(({ id }) => backup.versions.includes(id))
  office.restart()
}
