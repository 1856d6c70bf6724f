/**
 * A running house: the database behind its doors, the files, the keys, the words, the country. One value that is passed on; nothing is global, so that a
 * test can open as many houses as it likes.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { type Logger, pino } from 'pino'
import { type Matcher, noMatcher } from '../engines/biometrics/index.ts'
import { audit } from './audit/audit.ts'
import { runningCluster } from './db/besideRunning.ts'
import { type Cluster, openCluster } from './db/cluster.ts'
import { applyPolicies, type MigrationFolder, migrate } from './db/migrate.ts'
import { type Doors, openDoors } from './db/pool.ts'
import { settleEpoch } from './db/rollback.ts'
import { databaseSentences } from './db/sentences.ts'
import { asOwner, type Refused, refused } from './db/transaction.ts'
import type { Domain } from './domain.ts'
import { type Files, filesIn } from './files.ts'
import { xlsformSentences } from './forms/formSentences.ts'
import { feedFromRegisters } from './forms/lists/registerFeed.ts'
import { healthSentences } from './health/healthSentences.ts'
import { importSentences } from './import/importSentences.ts'
import { limits } from './import/limits.ts'
import { readingSentences } from './import/readingSentences.ts'
import { aloneOn, settleVault } from './keys/erasure.ts'
import { type Keyring, openKeyring } from './keys/keyring.ts'
import { noteReceiptKey } from './keys/receiptKeys.ts'
import { openVault, type Vault } from './keys/vault.ts'
import { outwardSentences } from './outward/outwardSentences.ts'
import { packSentences } from './pack/packSentences.ts'
import { type Pack, readPack } from './pack/readPack.ts'
import { publishSentences } from './publish/publishSentences.ts'
import type { RecordDeclaration } from './record/record.ts'
import type { Bilingual } from './text/bilingual.ts'
import { engineSentences } from './text/engineSentences.ts'
import { kernelSentences } from './text/kernelSentences.ts'
import { type Catalogue, catalogueOf, type Sentences } from './text/sentences.ts'

export type Settings = {
  version: string
  behindProxy: boolean
  requestsPerMinute: number
  missionName: string
  rowsInRequest: number
  bytesInRequest: number
  /** Tests run on a database that forgets; a house that serves people signs no receipt on one. */
  signsOnForgetfulDatabase: boolean
}

export type House = {
  doors: Doors
  dataFolder: string
  files: Files
  keyring: Keyring
  /** A key for each person and sealed form, so that each can be erased from all backups at once. */
  vault: Vault
  /** Compares fingerprint templates; `none` unless an outside provider was given at the start. */
  matcher: Matcher
  pack: Pack
  domains: readonly Domain[]
  records: ReadonlyMap<string, RecordDeclaration>
  catalogue: Catalogue
  settings: Settings
  log: Logger
  cluster: Cluster | null
  /** Filled where jobs run: starts a queue at once instead of at its next hour. */
  wakers: Map<string, () => Promise<void>>
  /** Set by the portal: what a person sees at an address that holds nothing. */
  notFoundPage?: (url: string) => string
  /** Set by the portal: what a person sees who was refused on a public page. */
  refusalPage?: (url: string, refused: readonly { sentence: Bilingual }[]) => string
  /** The API's description, once the server knows its routes. */
  openApi(): object
  migrationsRun: string[]
  /** Whether the folder was put back to an older copy, and whether that could be noticed at all. */
  epoch: Awaited<ReturnType<typeof settleEpoch>>
  close(): Promise<void>
}

export type HouseOptions = {
  dataFolder: string
  /** Folder of a country pack, or one JSON file for a country whose places come with its data. */
  country: string
  domains: readonly Domain[]
  /** An owner's URL of a PostgreSQL server; without it the database lives in the data folder. */
  databaseUrl?: string
  version?: string
  behindProxy?: boolean
  requestsPerMinute?: number
  missionName?: string
  /** Imports of more rows are written by a job. */
  rowsInRequest?: number
  /** Files of more bytes are read and understood by a job, and written by one. */
  bytesInRequest?: number
  log?: Logger
  durability?: 'full' | 'test'
  matcher?: Matcher
  /** A command given while the program runs: works on the running database instead of refusing. */
  besideRunning?: boolean
  /** Only where several houses share one server, as in tests. */
  appPassword?: string
}

const database = 'capulana'
const appRole = 'capulana_app'

/** The app signs in as a role of its own, whose password follows from the keyring: several processes on one database agree on it without telling. */
async function appUrl(ownerUrl: string, password: string): Promise<string> {
  const owner = openDoors(ownerUrl, ownerUrl)
  try {
    const db = asOwner(owner)
    await db.rows(sql`select pg_advisory_lock(7304)`)
    // Roles belong to the whole server, the lock above to one database: another house on the same server may do the same at this moment.
    const login = `login password '${password}'`
    await db.run(
      sql.raw(`do $$ begin
        if exists (select 1 from pg_roles where rolname = '${appRole}') then alter role ${appRole} ${login}; else create role ${appRole} ${login}; end if;
      exception when duplicate_object or unique_violation or internal_error then perform pg_sleep(0.2); alter role ${appRole} ${login}; end $$`),
    )
    await db.run(sql.raw(`alter role ${appRole} set statement_timeout = '120s'`))
    const url = new URL(ownerUrl)
    url.username = appRole
    url.password = password
    return url.toString()
  } finally {
    await owner.close()
  }
}

async function ensureDatabase(cluster: Cluster): Promise<string> {
  const maintenance = openDoors(cluster.url('postgres'), cluster.url('postgres'))
  try {
    const known = await asOwner(maintenance).one(sql`select 1 from pg_database where datname = ${database}`)
    if (!known) await asOwner(maintenance).run(sql.raw(`create database ${database}`))
  } finally {
    await maintenance.close()
  }
  return cluster.url(database)
}

/** Every sentence that the product can say: the kernel's, the engines' and the domains'. */
export const sentencesOf = (domains: readonly Domain[]): Sentences[] => [
  kernelSentences,
  engineSentences,
  xlsformSentences,
  packSentences,
  readingSentences,
  importSentences,
  databaseSentences,
  publishSentences,
  healthSentences,
  outwardSentences,
  ...domains.flatMap(({ sentences }) => (sentences ? [sentences] : [])),
]

export const catalogueFor = (domains: readonly Domain[]): Catalogue => catalogueOf(sentencesOf(domains))

export async function openHouse(options: HouseOptions): Promise<House | Refused> {
  const dataFolder = resolve(options.dataFolder)
  await mkdir(dataFolder, { recursive: true })
  const pack = await readPack(options.country)
  if ('code' in pack) return refused(pack)
  const opened = options.databaseUrl ? null : await openCluster(dataFolder, { durability: options.durability ?? 'full' })
  const running = opened && 'code' in opened && options.besideRunning ? await runningCluster(dataFolder) : null
  if (opened && 'code' in opened && !running) return refused(opened)
  const cluster = opened && !('code' in opened) ? opened : running
  const ownerUrl = cluster ? await ensureDatabase(cluster) : options.databaseUrl!
  const keyring = await openKeyring(dataFolder)
  const doors = openDoors(ownerUrl, await appUrl(ownerUrl, options.appPassword ?? keyring.derive('app-role')))
  const folders: MigrationFolder[] = [
    { name: 'kernel', folder: new URL('./migrations/', import.meta.url) },
    ...options.domains.flatMap(({ name, migrations }) => (migrations ? [{ name, folder: migrations }] : [])),
  ]
  const migrationsRun = await migrate(doors, folders)
  const records = options.domains.flatMap((domain) => domain.records)
  await applyPolicies(doors, records)
  await noteReceiptKey(doors, keyring)
  await feedFromRegisters(
    doors,
    options.domains.flatMap(({ lists }) => lists ?? []),
  )
  const vault = openVault(dataFolder, aloneOn(doors.owner))
  const settled = await settleVault(doors, vault, options.domains)
  const epoch = await settleEpoch(doors.owner, dataFolder)
  if (settled.erasedAgain + settled.destroyedAgain > 0) await audit(asOwner(doors), 'erasure.again', 'kernel.tombstone', null, settled)
  // The epoch itself is the alarm; the line keeps what was known before and since.
  if (epoch.rolledBack) await audit(asOwner(doors), 'rollback.found', 'kernel.epoch', epoch.epoch.id, epoch.rolledBack.facts)
  return {
    doors,
    dataFolder,
    files: filesIn(join(dataFolder, 'files')),
    keyring,
    vault,
    matcher: options.matcher ?? noMatcher,
    pack,
    domains: options.domains,
    records: new Map(records.map((record) => [record.name, record])),
    catalogue: catalogueFor(options.domains),
    settings: {
      version: options.version ?? '0',
      behindProxy: options.behindProxy ?? false,
      requestsPerMinute: options.requestsPerMinute ?? 1200,
      missionName: options.missionName ?? 'Capulana',
      rowsInRequest: options.rowsInRequest ?? limits.rowsInRequest,
      bytesInRequest: options.bytesInRequest ?? limits.bytesInRequest,
      signsOnForgetfulDatabase: options.durability === 'test',
    },
    log: options.log ?? pino({ level: 'warn' }),
    cluster,
    migrationsRun,
    wakers: new Map(),
    epoch,
    openApi: () => ({ openapi: '3.1.0', info: { title: 'Capulana', version: options.version ?? '0' }, paths: {} }),
    async close() {
      await doors.close()
      vault.close()
      await cluster?.stop()
    },
  }
}
