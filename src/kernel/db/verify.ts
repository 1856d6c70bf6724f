/**
 * Is that backup good? The only proof is to restore it: into a scratch folder, with everything counted and every file found again. Loud about whatever is
 * wrong; the scratch folder goes, the backup stays untouched.
 */
import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import { type Refusal, refuse } from '../refusal.ts'
import { type Cluster, openCluster } from './cluster.ts'
import type { Manifest } from './manifest.ts'
import type { BackupKeys } from './openBackup.ts'
import { discard, restore } from './restore.ts'
import { databasesOf, rowCounts, visiting } from './rowCounts.ts'

export type VerifyOrder = BackupKeys & {
  /** Further proofs on the restored database, such as the chain of the audit. */
  checks?: (restored: Cluster, folder: string) => Promise<Refusal[]>
  /** Where there is room for everything unpacked; the system's temporary folder by default. */
  scratch?: string
}

export type Verified = { ok: boolean; createdAt: string | null; signatureProven: boolean; tables: number; rows: number; files: number; problems: Refusal[] }

/** The renewal of the epoch is the one row more that a restored database may have. */
const EPOCH_TABLE = 'kernel.epoch'

async function wrongCounts(manifest: Manifest, cluster: Cluster): Promise<{ tables: number; rows: number; problems: Refusal[] }> {
  const problems: Refusal[] = []
  const counts = await rowCounts(cluster)
  let tables = 0
  let rows = 0
  for (const [database, expected] of Object.entries(manifest.rows)) {
    for (const [table, [least, most]] of Object.entries(expected)) {
      const counted = counts[database]?.[table]
      const found = counted === undefined || table !== EPOCH_TABLE ? counted : counted - 1
      if (found === undefined) problems.push(refuse('db.table-missing', { database, table }))
      else if (found < least || found > most) problems.push(refuse('db.rows-differ', { database, table, least, most, found }))
      tables += 1
      rows += found ?? 0
    }
  }
  return { tables, rows, problems }
}

const namedByHash = (manifest: Manifest) => manifest.files.filter(({ path }) => path.startsWith('files/'))

/** A file whose content is no longer what its name says was damaged before the backup was made. */
const wronglyNamed = (manifest: Manifest): Refusal[] =>
  namedByHash(manifest)
    .filter(({ path, sha256 }) => basename(path) !== sha256)
    .map(({ path }) => refuse('db.file-damaged', { file: path }))

/** Every file that the database knows must have come along. */
async function filesNotThere(cluster: Cluster, manifest: Manifest): Promise<Refusal[]> {
  const there = new Set(namedByHash(manifest).map(({ path }) => basename(path)))
  const problems: Refusal[] = []
  for (const database of await databasesOf(cluster)) {
    const known = await visiting(cluster, database, async (connection) => {
      const { rows } = await sql<{ known: boolean }>`select to_regclass('kernel.file') is not null as known`.execute(connection)
      return rows[0]!.known ? (await sql<{ sha256: string }>`select sha256 from kernel.file`.execute(connection)).rows : []
    })
    for (const { sha256 } of known) if (!there.has(sha256)) problems.push(refuse('db.file-missing', { database, file: sha256 }))
  }
  return problems
}

export async function verifyBackup(file: string, { checks, scratch = tmpdir(), ...keys }: VerifyOrder = {}): Promise<Verified> {
  const nothing = { createdAt: null, signatureProven: false, tables: 0, rows: 0, files: 0 }
  if (!(await stat(file).catch(() => null))) return { ok: false, ...nothing, problems: [refuse('db.backup-not-found', { file })] }
  const folder = await mkdtemp(join(scratch, 'capulana-verify-'))
  try {
    const restored = await restore({ ...keys, file, into: folder, durability: 'test' })
    if ('code' in restored) return { ok: false, ...nothing, problems: [restored] }
    const { manifest, signatureProven } = restored
    const about = { createdAt: manifest.createdAt, signatureProven, files: manifest.files.length }
    const cluster = await openCluster(folder, { durability: 'test' })
    if ('code' in cluster) return { ok: false, ...nothing, ...about, problems: [cluster] }
    try {
      const { tables, rows, problems } = await wrongCounts(manifest, cluster)
      problems.push(...wronglyNamed(manifest), ...(await filesNotThere(cluster, manifest)), ...((await checks?.(cluster, folder)) ?? []))
      return { ok: problems.length === 0, ...about, tables, rows, problems }
    } finally {
      await cluster.stop()
    }
  } finally {
    await discard(folder)
  }
}
