/**
 * Which files of a running database belong into a backup. The list of what to leave out is PostgreSQL's own (manual, "Making a Base Backup Using the Low Level
 * API"): state of this one run, temporary relations, and the log, of which only the needed segments are added at the end.
 */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type Found = { path: string; directory: boolean; bytes: number }

const EMPTY_FOLDERS = new Set(['pg_wal', 'pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'])
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map', 'current_logfiles', 'postgresql.auto.conf.tmp'])
const TEMPORARY = /^(pgsql_tmp|pg_internal\.init|t\d+_\d+)/

/** The control file goes last, as in PostgreSQL's own tools. */
export const CONTROL_FILE = 'global/pg_control'

/** Files come and go while the server works: what has vanished since it was listed is no loss, the log brings it back or removes it again. */
export async function* databaseFiles(place: string, folder = ''): AsyncGenerator<Found> {
  for (const name of (await readdir(join(place, folder))).sort()) {
    const path = folder ? `${folder}/${name}` : name
    if (LEFT_OUT.has(path) || TEMPORARY.test(name) || path === CONTROL_FILE) continue
    const about = await stat(join(place, path)).catch(() => null)
    if (!about) continue
    yield { path, directory: about.isDirectory(), bytes: about.isDirectory() ? 0 : about.size }
    if (about.isDirectory() && !EMPTY_FOLDERS.has(path)) yield* databaseFiles(place, path)
  }
}

/** The segments from the first to the last: their names are in hexadecimal and sort as they follow. */
export async function walFiles(place: string, from: string, to: string): Promise<string[]> {
  const names = (await readdir(join(place, 'pg_wal'))).sort()
  return names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= from && name <= to)
}

/** Only whole files by their hash; what is still being received has another name. */
export async function* keptFiles(folder: string): AsyncGenerator<Found> {
  for (const shelf of (await readdir(folder).catch(() => [])).sort()) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue
    for (const name of (await readdir(join(folder, shelf))).sort()) {
      if (!/^[0-9a-f]{64}$/.test(name)) continue
      const about = await stat(join(folder, shelf, name)).catch(() => null)
      if (about?.isFile()) yield { path: `${shelf}/${name}`, directory: false, bytes: about.size }
    }
  }
}
