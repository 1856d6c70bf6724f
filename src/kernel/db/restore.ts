/**
 * Brings a backup back to life in an empty folder: checked to the last byte first, unpacked aside, started once to renew the epoch, and only then put in
 * place. Whatever goes wrong, the folder is as empty as before. The keys come from their own copy, never from the backup.
 */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, readlink, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { VAULT_FILE } from '../keys/vault.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Account, accountFor, giveTo, letThrough, placeOfDatabase } from './account.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { type Epoch, hasEpochs, renewEpoch } from './epoch.ts'
import type { Manifest } from './manifest.ts'
import { markFileOf } from './markFile.ts'
import { type BackupKeys, inspect, readEntries } from './openBackup.ts'
import type { Durability } from './postmaster.ts'
import { databasesOf, visiting } from './rowCounts.ts'

export type RestoreOrder = BackupKeys & {
  file: string
  into: string
  /** The mission's old keyring, from its own copy, with the vault (`vault.keys`) beside it; without it a new one is made at the next start and what the old one closed stays closed. */
  keyring?: string
  /** 'test' only for a copy that is thrown away, where waiting for the disk proves nothing. */
  durability?: Durability
}

/** Whether the signature was held against a key from elsewhere; if not, `signer` is what the backup says of itself. */
export type Restored = { manifest: Manifest; epochs: Record<string, Epoch>; signatureProven: boolean }

const STAGE = '.restoring-'

/** What an interrupted earlier attempt left is no content. */
async function isFree(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  return names.every((name) => name.startsWith(STAGE))
}

async function clearStages(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.startsWith(STAGE)) await discard(join(folder, name))
}

/** Removes a data folder with its database, also where that had to be put elsewhere and the folder only links to it. */
export async function discard(stage: string): Promise<void> {
  const elsewhere = await readlink(join(stage, 'postgres')).catch(() => null)
  if (elsewhere) await rm(dirname(elsewhere), { recursive: true, force: true })
  await rm(stage, { recursive: true, force: true })
}

async function unpack(file: string, { opener }: BackupKeys, stage: string, place: string, account: Account): Promise<Refusal | null> {
  await mkdir(place, { mode: 0o700 })
  await giveTo(place, account)
  return readEntries(file, opener, async ({ path, directory, body }) => {
    const database = path.startsWith('postgres/')
    if (!database && !path.startsWith('files/')) return
    const target = database ? join(place, path.slice('postgres/'.length)) : join(stage, path)
    if (directory) await mkdir(target, { mode: 0o700 })
    else {
      if (!database) await mkdir(dirname(target), { recursive: true })
      await pipeline(Readable.from(body), createWriteStream(target, { flags: 'wx', mode: 0o600 }))
    }
    if (database) await giveTo(target, account)
  })
}

async function renewEpochs(cluster: Cluster): Promise<Record<string, Epoch>> {
  const renewed: Record<string, Epoch> = {}
  for (const database of await databasesOf(cluster)) {
    const epoch = await visiting(cluster, database, async (connection) => ((await hasEpochs(connection)) ? renewEpoch(connection, 'restore') : null))
    if (epoch) renewed[database] = epoch
  }
  return renewed
}

async function bringToLife(stage: string, durability?: Durability): Promise<Record<string, Epoch> | Refusal> {
  const cluster = await openCluster(stage, { durability })
  if ('code' in cluster) return cluster as Refusal
  try {
    return await renewEpochs(cluster)
  } finally {
    await cluster.stop()
  }
}

/** The database last: until it is there, the folder does not count as restored. */
async function putInPlace(stage: string, into: string): Promise<void> {
  const names = (await readdir(stage)).filter((name) => name !== 'postgres')
  for (const name of [...names, 'postgres']) await rename(join(stage, name), join(into, name))
  await rm(stage, { recursive: true })
}

/** The keyring, and the vault of single keys that lies beside it. */
async function takeKeys(keyring: string, stage: string): Promise<void> {
  for (const [from, name] of [
    [keyring, 'keyring.json'],
    [join(dirname(keyring), VAULT_FILE), VAULT_FILE],
  ] as const) {
    const copied = await copyFile(from, join(stage, name)).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (name !== VAULT_FILE || error.code !== 'ENOENT') throw error
        return false
      },
    )
    if (copied) await chmod(join(stage, name), 0o600)
  }
}

async function restoreInto(stage: string, order: RestoreOrder, account: Account): Promise<Record<string, Epoch> | Refusal> {
  const place = await placeOfDatabase(stage, account)
  if (typeof place !== 'string') return place
  const unreadable = await unpack(order.file, order, stage, place, account)
  if (unreadable) return unreadable
  if (order.keyring) await takeKeys(order.keyring, stage)
  return bringToLife(stage, order.durability)
}

const isRefusal = (answer: object): answer is Refusal => 'code' in answer && 'facts' in answer

export async function restore(order: RestoreOrder): Promise<Restored | Refusal> {
  if (!(await isFree(order.into))) return refuse('db.restore-folder-not-empty', { folder: order.into })
  const manifest = await inspect(order.file, order)
  if (isRefusal(manifest)) return manifest
  await mkdir(order.into, { recursive: true })
  const into = await realpath(order.into)
  await clearStages(into)
  const stage = join(into, `${STAGE}${randomUUID()}`)
  try {
    const account = await accountFor(into)
    await letThrough(into, account)
    await mkdir(stage, { mode: 0o711 })
    const epochs = await restoreInto(stage, order, account)
    if (isRefusal(epochs)) {
      await discard(stage)
      return epochs
    }
    await putInPlace(stage, into)
    // A mark of the life before would make the restored one look like a rollback.
    await rm(markFileOf(into), { force: true })
    return { manifest, epochs, signatureProven: order.verifyKey !== undefined }
  } catch (error) {
    await discard(stage)
    throw error
  }
}
