/**
 * A second place for the backups of each night: another disk, a share in another building. The operator names a folder once; each night's copy goes there too,
 * and the health page tells how old the newest is in each place. A folder that is not there is an alarm, never made: it would lie on the first disk.
 */
import { constants, copyFile, access as mayReach, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import { type Refusal, refuse } from '../refusal.ts'
import type { Db } from './transaction.ts'

const nightsKept = 14

export const nightlyFolder = (dataFolder: string) => join(dataFolder, 'backup')

export const secondPlace = async (db: Db): Promise<string | null> =>
  (await db.one<{ value: { folder: string } }>(sql`select value from kernel.setting where name = 'backup.second-place'`))?.value.folder ?? null

/** Null: none any more; what lies there stays. */
export async function nameSecondPlace(db: Db, dataFolder: string, folder: string | null): Promise<{ folder: string | null } | Refusal> {
  if (folder === null) {
    await db.run(sql`delete from kernel.setting where name = 'backup.second-place'`)
    return { folder }
  }
  if (`${folder}/`.startsWith(`${dataFolder}/`)) return refuse('db.second-place-inside', { folder })
  if (!(await isWritable(folder))) return refuse('db.second-place-gone', { folder })
  await db.run(sql`
    insert into kernel.setting (name, value) values ('backup.second-place', ${JSON.stringify({ folder })}::jsonb)
    on conflict (name) do update set value = excluded.value, at = now()`)
  return { folder }
}

const isWritable = async (folder: string): Promise<boolean> => {
  const known = await stat(folder).catch(() => null)
  if (!known?.isDirectory()) return false
  return mayReach(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}

/** Under its own name only when it is whole and on the disk: a copy that was cut short is never taken for a backup. */
export async function copyToSecondPlace(file: string, folder: string): Promise<Refusal | null> {
  if (!(await isWritable(folder))) return refuse('db.second-place-gone', { folder })
  const arriving = join(folder, `${basename(file)}.part`)
  await copyFile(file, arriving)
  const { atime, mtime } = await stat(file)
  await utimes(arriving, atime, mtime)
  const handle = await open(arriving, 'r+')
  await handle.sync().finally(() => handle.close())
  await rename(arriving, join(folder, basename(file)))
  await keepNewest(folder)
  return null
}

const nightly = /^capulana-\d{4}-\d\d-\d\d\.backup$/
const nightsIn = async (folder: string) => (await readdir(folder)).filter((name) => nightly.test(name)).sort()

/** The oldest of fourteen makes room. */
export async function keepNewest(folder: string): Promise<void> {
  for (const oldest of (await nightsIn(folder)).slice(0, -nightsKept)) await rm(join(folder, oldest))
}

/** When the newest copy of a place was made; null: none yet. `unreachable` when the folder is not there. */
export async function newestIn(folder: string): Promise<string | null | 'unreachable'> {
  const nights = await nightsIn(folder).catch(() => null)
  if (!nights) return 'unreachable'
  const newest = nights.at(-1)
  return newest ? (await stat(join(folder, newest))).mtime.toISOString() : null
}
