/** The database of a program that is already running on this data folder, for commands that are given beside it on the same machine. */
import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { accountFor, placeOfDatabase } from './account.ts'
import { type Cluster, clusterUrl, type Role } from './cluster.ts'
import { OWNER } from './initialise.ts'
import { readSecret } from './secrets.ts'

/** Null when nothing of ours answers there. */
export async function runningCluster(dataFolder: string): Promise<Cluster | null> {
  const folder = await realpath(dataFolder)
  const password = await readSecret(folder, 'databaseOwner')
  const place = await placeOfDatabase(folder, await accountFor(folder))
  if (!password || typeof place !== 'string') return null
  // The fourth line of the server's own pid file is the port on which it listens.
  const [pid, , , port] = (await readFile(join(place, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n').map(Number)
  const owner: Role = { name: OWNER, password }
  if (!port || !pid) return null
  // It belongs to the program that started it: this one only leaves.
  return { url: (database, role = owner) => clusterUrl(port, database, role), owner, port, pid, created: false, stop: async () => {} }
}
