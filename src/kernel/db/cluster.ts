/**
 * The database that comes with the program: made at the first start, in the data folder, reachable from this machine only, and stopped with the program.
 * It keeps what it has confirmed through a crash (fsync and its companions are on); a folder that another program holds is refused with that program's pid.
 */
import { mkdir, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Refusal, refuse } from '../refusal.ts'
import { accountFor, adopt, placeOfDatabase } from './account.ts'
import { findBinaries } from './binaries.ts'
import { lockFolder } from './folderLock.ts'
import { initialise, OWNER, setOwnerPassword } from './initialise.ts'
import { clearOrphan, type Durability, startServer } from './postmaster.ts'
import { keepSecret, newSecret, readSecret } from './secrets.ts'

const OWNER_SECRET = 'databaseOwner'

export type Role = { name: string; password: string }

export type Cluster = {
  url(database: string, role?: Role): string
  owner: Role
  port: number
  pid: number
  /** True when this call made the database: nothing is in it yet. */
  created: boolean
  stop(): Promise<void>
}

export type ClusterOptions = { port?: number; durability?: Durability }

export const clusterUrl = (port: number, database: string, { name, password }: Role) =>
  `postgres://${encodeURIComponent(name)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`

export async function openCluster(dataFolder: string, { port, durability = 'full' }: ClusterOptions = {}): Promise<Cluster | Refusal> {
  await mkdir(dataFolder, { recursive: true })
  const folder = await realpath(dataFolder)
  const lock = await lockFolder(folder)
  if ('code' in lock) return lock
  const opened = await openLocked(folder, { port, durability }).catch(async (error) => {
    await lock.release()
    throw error
  })
  if ('code' in opened) {
    await lock.release()
    return opened
  }
  return {
    ...opened,
    async stop() {
      await opened.stop()
      await lock.release()
    },
  }
}

async function openLocked(folder: string, { port, durability = 'full' }: ClusterOptions): Promise<Cluster | Refusal> {
  const account = await accountFor(folder)
  const place = await placeOfDatabase(folder, account)
  if (typeof place !== 'string') return place
  const binaries = await findBinaries(account, dirname(place))
  if ('code' in binaries) return binaries
  const database = { binaries, account, place }
  const created = !(await stat(join(place, 'PG_VERSION')).catch(() => null))
  if (created && (await stat(place).catch(() => null))) return refuse('db.folder-not-a-database', { folder: place })
  const kept = await readSecret(folder, OWNER_SECRET)
  const password = kept ?? newSecret()
  if (created) await initialise(database, { password, syncNow: durability === 'full' })
  await adopt(place, account)
  await clearOrphan(place)
  // The password is told to the database first and written down after: a crash in between is cured by doing it again.
  if (!created && !kept) await setOwnerPassword(database, password)
  if (!kept) await keepSecret(folder, OWNER_SECRET, password)
  const server = await startServer({ ...database, logFile: join(folder, 'postgres.log'), durability, port })
  if ('code' in server) return server
  const owner = { name: OWNER, password }
  return { ...server, owner, created, url: (database, role = owner) => clusterUrl(server.port, database, role) }
}
