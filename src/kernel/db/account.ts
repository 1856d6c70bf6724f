/**
 * PostgreSQL refuses to run as root. Started by root we hand it to another account: the owner of the data folder, or "nobody"; and it must be able to walk
 * to its files, which is not so below a closed home such as /root.
 */
import { chmod, lchown, mkdir, mkdtemp, readdir, readlink, realpath, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { type Refusal, refuse } from '../refusal.ts'

/** Undefined ids: the server runs as whoever started us. */
export type Account = { uid?: number; gid?: number }

const NOBODY = 65534
const SHARED_PLACE = '/var/lib/capulana'

export async function accountFor(folder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return {}
  const existing = await stat(join(folder, 'postgres')).catch(() => null)
  const { uid, gid } = existing && existing.uid !== 0 ? existing : await stat(folder)
  return uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid, gid }
}

const mayEnter = async (folder: string, { uid, gid }: Account): Promise<boolean> => {
  const { mode, ...owner } = await stat(folder)
  const bit = owner.uid === uid ? 0o100 : owner.gid === gid ? 0o010 : 0o001
  return (mode & bit) !== 0
}

/** Can that account walk from the root down to this folder? */
export async function canReach(folder: string, account: Account): Promise<boolean> {
  if (account.uid === undefined) return true
  for (let at = folder; ; at = dirname(at)) {
    if (!(await mayEnter(at, account))) return false
    if (at === dirname(at)) return true
  }
}

async function ownTree(path: string, account: Account): Promise<void> {
  await giveTo(path, account)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) await ownTree(inside, account)
    else await giveTo(inside, account)
  }
}

/** A folder that root has copied back belongs to root; the server reads only what is its own. */
export async function adopt(place: string, account: Account): Promise<void> {
  if (account.uid !== undefined && (await stat(place)).uid !== account.uid) await ownTree(place, account)
}

export async function giveTo(path: string, { uid, gid }: Account): Promise<void> {
  if (uid !== undefined && gid !== undefined) await lchown(path, uid, gid)
}

/** Opens a folder of ours for walking through; what is in it stays as closed as it was. */
export async function letThrough(folder: string, account: Account): Promise<void> {
  if (account.uid !== undefined && !(await mayEnter(folder, account))) await chmod(folder, ((await stat(folder)).mode & 0o777) | 0o011)
}

/** Below the system's temporary folder, closed folders above ours were made by ourselves. */
async function openTemporary(folder: string, account: Account): Promise<void> {
  const top = await realpath(tmpdir())
  for (let at = folder; at.startsWith(`${top}${sep}`); at = dirname(at)) await letThrough(at, account)
}

/**
 * Where the database's folder is or shall be made. Our own data folder is opened for walking through (the files in it stay closed); a closed folder above it
 * is not ours to open, so then the database gets a place of its own and the data folder holds a link to it.
 */
export async function placeOfDatabase(folder: string, account: Account): Promise<string | Refusal> {
  const wanted = join(folder, 'postgres')
  // The link may stand before its target is made, when a first start was cut short.
  const existing = await readlink(wanted).catch(() => null)
  if (existing) return existing
  if (await stat(wanted).catch(() => null)) return wanted
  await openTemporary(dirname(folder), account)
  if (await canReach(dirname(folder), account)) {
    await letThrough(folder, account)
    return wanted
  }
  try {
    await mkdir(SHARED_PLACE, { recursive: true, mode: 0o755 })
    if (!(await canReach(SHARED_PLACE, account))) return refuse('db.folder-not-reachable', { folder })
    const own = await mkdtemp(join(SHARED_PLACE, 'data-'))
    await chmod(own, 0o711)
    await symlink(join(own, 'postgres'), wanted)
    return join(own, 'postgres')
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return refuse('db.folder-not-reachable', { folder })
    throw error
  }
}
