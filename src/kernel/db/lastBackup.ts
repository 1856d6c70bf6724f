/** The last backup that was finished, whoever made it: remembered so that the health page can tell its age. */
import { sql } from 'kysely'
import type { BackupDone } from './backup.ts'
import type { Db } from './transaction.ts'

export const rememberBackup = (db: Db, { createdAt }: BackupDone, encrypted: boolean) =>
  db.run(sql`
    insert into kernel.setting (name, value) values ('backup.last', ${JSON.stringify({ at: createdAt, encrypted })}::jsonb)
    on conflict (name) do update set value = excluded.value, at = now()`)

export const lastBackup = async (db: Db): Promise<{ at: string; encrypted: boolean } | null> =>
  (await db.one<{ value: { at: string; encrypted: boolean } }>(sql`select value from kernel.setting where name = 'backup.last'`))?.value ?? null
