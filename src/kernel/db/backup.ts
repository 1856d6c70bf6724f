/**
 * One file that holds everything but the keys: the database as it was at one moment, taken while people work, and the files by their hash. Signed, and
 * encrypted where recipients are given. It appears under its name only when it is whole, so the last good one is never lost to a broken one.
 */
import { createHash, type KeyObject, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { isFullDisk } from '../fullDisk.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { endOfArchive, headerOf, paddingOf } from './archive.ts'
import type { Cluster } from './cluster.ts'
import { CONTROL_FILE, databaseFiles, keptFiles, walFiles } from './copyPlan.ts'
import { epochs, hasEpochs } from './epoch.ts'
import { FORMAT, type KeptFile, MANIFEST, type Manifest, publicText, SIGNATURE, signed } from './manifest.ts'
import type { Connection } from './pool.ts'
import { databasesOf, type RowCounts, rowCounts, visiting } from './rowCounts.ts'
import { type Recipient, seal } from './sealed.ts'

export type BackupOrder = {
  cluster: Cluster
  dataFolder: string
  file: string
  /** The mission's Ed25519 private key. */
  sign: KeyObject
  /** Without any, the file is signed but readable by whoever has it. */
  recipients?: readonly Recipient[]
}

export type BackupDone = { file: string; bytes: number; files: number; tables: number; rows: number; createdAt: string }

const READ_BYTES = 1 << 18

/** Remembers path, size and hash of everything it hands on. */
function archiving(files: KeptFile[]) {
  return {
    async *text(path: string, content: Buffer): AsyncGenerator<Buffer> {
      files.push({ path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') })
      yield* [headerOf(path, content.length), content, paddingOf(content.length)]
    },
    /** Exactly the bytes announced: a file that grows meanwhile is cut, one that shrinks is filled with zeros; the log puts both right. */
    async *file(path: string, source: string, bytes: number): AsyncGenerator<Buffer> {
      const handle = await open(source).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      if (!handle) return
      const hash = createHash('sha256')
      let left = bytes
      yield headerOf(path, bytes)
      const stream = bytes > 0 ? createReadStream('', { fd: handle, end: bytes - 1, highWaterMark: READ_BYTES }) : []
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        left -= chunk.length
        hash.update(chunk)
        yield chunk
      }
      for (; left > 0; left -= Math.min(left, READ_BYTES)) {
        const zeros = Buffer.alloc(Math.min(left, READ_BYTES))
        hash.update(zeros)
        yield zeros
      }
      if (bytes === 0) await handle.close()
      yield paddingOf(bytes)
      files.push({ path, bytes, sha256: hash.digest('hex') })
    },
  }
}

const asked = async <T>(connection: Connection, query: ReturnType<typeof sql<T>>): Promise<T> => (await query.execute(connection)).rows[0]!

async function epochsOf(cluster: Cluster): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const database of await databasesOf(cluster)) {
    const current = await visiting(cluster, database, async (connection) => ((await hasEpochs(connection)) ? (await epochs(connection))[0] : undefined))
    if (current) found[database] = current.id
  }
  return found
}

const between = (before: RowCounts, after: RowCounts): Manifest['rows'] =>
  Object.fromEntries(
    Object.entries(after).map(([database, tables]) => [
      database,
      Object.fromEntries(
        Object.entries(tables).map(([table, count]): [string, [number, number]] => {
          const earlier = before[database]?.[table] ?? 0
          return [table, [Math.min(earlier, count), Math.max(earlier, count)]]
        }),
      ),
    ]),
  )

/** The archive's bytes in order. The connection stays the same from start to stop: PostgreSQL ends the backup with it. */
async function* contents({ cluster, dataFolder, sign }: BackupOrder, connection: Connection, result: { manifest?: Manifest }): AsyncGenerator<Buffer> {
  const files: KeptFile[] = []
  const archive = archiving(files)
  const { place, server } = await asked(
    connection,
    sql<{ place: string; server: number }>`select current_setting('data_directory') as place, current_setting('server_version_num')::int as server`,
  )
  // The temporary slot keeps the log from here on, until this connection ends.
  await sql`select pg_create_physical_replication_slot(${`capulana_backup_${randomUUID().replaceAll('-', '')}`}, true, true)`.execute(connection)
  const start = await asked(connection, sql<{ wal: string }>`select pg_walfile_name(pg_backup_start('capulana', true)) as wal`)
  for await (const { path, directory, bytes } of databaseFiles(place)) {
    if (directory) yield headerOf(`postgres/${path}`, 0, true)
    else yield* archive.file(`postgres/${path}`, join(place, path), bytes)
  }
  yield* archive.file(`postgres/${CONTROL_FILE}`, join(place, CONTROL_FILE), (await stat(join(place, CONTROL_FILE))).size)

  const before = await rowCounts(cluster)
  const epochIds = await epochsOf(cluster)
  const stop = await asked(connection, sql<{ wal: string; label: string }>`select pg_walfile_name(lsn) as wal, labelfile as label from pg_backup_stop(false)`)
  const after = await rowCounts(cluster)
  yield* archive.text('postgres/backup_label', Buffer.from(stop.label))
  for (const name of await walFiles(place, start.wal, stop.wal)) {
    const path = join(place, 'pg_wal', name)
    yield* archive.file(`postgres/pg_wal/${name}`, path, (await stat(path)).size)
  }

  // After the database: a file is stored before the row that names it, so no row is restored without its file.
  for await (const { path, bytes } of keptFiles(join(dataFolder, 'files'))) yield* archive.file(`files/${path}`, join(dataFolder, 'files', path), bytes)

  const manifest: Manifest = {
    format: FORMAT,
    createdAt: new Date().toISOString(),
    server,
    walFrom: start.wal,
    walTo: stop.wal,
    epochs: epochIds,
    rows: between(before, after),
    files,
    signer: publicText(sign),
  }
  result.manifest = manifest
  const { text, signature } = signed(manifest, sign)
  yield* [headerOf(MANIFEST, text.length), text, paddingOf(text.length)]
  yield* [headerOf(SIGNATURE, signature.length), signature, paddingOf(signature.length), endOfArchive()]
}

async function synced(file: string): Promise<number> {
  const handle = await open(file, 'r+')
  await handle.sync()
  const { size } = await handle.stat()
  await handle.close()
  return size
}

/** What a backup that was killed has left. One at a time to the same name: a second would lose its half-written file, and says so. */
async function clearParts(file: string): Promise<void> {
  const parts = (await readdir(dirname(file))).filter((name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.part'))
  for (const name of parts) await rm(join(dirname(file), name), { force: true })
}

export async function backup(order: BackupOrder): Promise<BackupDone | Refusal> {
  const { cluster, file, recipients = [] } = order
  const beside = `${file}.${randomUUID()}.part`
  const result: { manifest?: Manifest } = {}
  await mkdir(dirname(file), { recursive: true })
  await clearParts(file)
  try {
    await visiting(cluster, 'postgres', (connection) => {
      const packed = createGzip({ level: 1 })
      const sink = createWriteStream(beside, { mode: 0o600, flags: 'wx' })
      const source = Readable.from(contents(order, connection, result), { objectMode: false, highWaterMark: READ_BYTES })
      return recipients.length ? pipeline(source, packed, (plain) => seal(plain, recipients), sink) : pipeline(source, packed, sink)
    })
    const bytes = await synced(beside)
    await rename(beside, file)
    const { files, rows, createdAt } = result.manifest!
    const counts = Object.values(rows).flatMap((tables) => Object.values(tables))
    return { file, bytes, files: files.length, tables: counts.length, rows: counts.reduce((sum, [, most]) => sum + most, 0), createdAt }
  } catch (error) {
    await rm(beside, { force: true })
    if (isFullDisk((error as NodeJS.ErrnoException).code)) return refuse('db.backup-no-space', { file })
    throw error
  }
}
