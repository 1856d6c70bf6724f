/**
 * Forward-only migrations: plain SQL files, each in a transaction of its own, remembered with its hash. A file that was changed after it ran is refused,
 * because two databases would then differ in silence.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { policyStatements } from '../access/rules.ts'
import type { RecordDeclaration } from '../record/record.ts'
import type { Connection, Doors } from './pool.ts'

export type MigrationFolder = { name: string; folder: URL }

export type Migration = { name: string; hash: string; statements: string }

async function migrationsIn(folders: readonly MigrationFolder[]): Promise<Migration[]> {
  const found: Migration[] = []
  for (const { name, folder } of folders) {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
    for (const file of files) {
      const statements = await readFile(new URL(file, folder), 'utf8')
      found.push({ name: `${name}/${file}`, hash: createHash('sha256').update(statements).digest('hex'), statements })
    }
  }
  return found
}

const alreadyRun = async (owner: Connection) => {
  await sql`create schema if not exists kernel`.execute(owner)
  await sql`create table if not exists kernel.migration (name text primary key, hash text not null, at timestamptz not null default now())`.execute(owner)
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from kernel.migration`.execute(owner)
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

/** Brings the database to the code's version; gives the names of what ran. Two processes that start at once wait for each other. */
export async function migrate(doors: Doors, folders: readonly MigrationFolder[]): Promise<string[]> {
  const ran: string[] = []
  await doors.owner.connection().execute(async (owner) => {
    await sql`select pg_advisory_lock(7301)`.execute(owner)
    try {
      const known = await alreadyRun(owner)
      for (const migration of await migrationsIn(folders)) {
        const before = known.get(migration.name)
        if (before && before !== migration.hash) throw new Error(`migration ${migration.name} was edited after it ran here; write a new one instead`)
        if (before) continue
        await owner.transaction().execute(async (transaction) => {
          await sql.raw(migration.statements).execute(transaction)
          await sql`insert into kernel.migration (name, hash) values (${migration.name}, ${migration.hash})`.execute(transaction)
        })
        ran.push(migration.name)
      }
    } finally {
      await sql`select pg_advisory_unlock(7301)`.execute(owner)
    }
  })
  return ran
}

/**
 * What stands in the database of policies, the switch that turns them on, and rights: rows as they were last written, so that whatever touched one of them since
 * shows. A copy, a backup or a crash keeps them as they are.
 */
const standing = sql<{ now: string }>`
  select md5(concat(
    (select string_agg(concat_ws(' ', oid, xmin), ',' order by oid) from pg_policy),
    (select string_agg(concat_ws(' ', oid, relrowsecurity, relforcerowsecurity, relacl), ',' order by oid) from pg_class where relkind in ('r', 'p')
      and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)),
    (select string_agg(concat_ws(' ', oid, nspacl), ',' order by oid) from pg_namespace))) as now`

/**
 * Row level policies are made from the declarations at each start, in one transaction: readers see the old or the new, never none. Where declarations and
 * database are both as they were left, nothing is touched: making them anew is most of a start, and stops every reader of a house that is running.
 */
export async function applyPolicies(doors: Doors, records: readonly RecordDeclaration[]): Promise<void> {
  const schemas = new Set(records.map(({ schema }) => schema))
  const statements = [...[...schemas].map((schema) => `grant usage on schema ${schema} to capulana_app`), ...records.flatMap(policyStatements)]
  // In one journey: a thousand of their own were a fifth of a start.
  const wanted = statements.join(';\n')
  const declared = createHash('sha256').update(wanted).digest('hex')
  await doors.owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(7302)`.execute(transaction)
    const mark = async () => `policies ${declared} ${(await standing.execute(transaction)).rows[0]!.now}`
    const { rows } = await sql<{ left: string | null }>`select obj_description('kernel'::regnamespace, 'pg_namespace') as left`.execute(transaction)
    if (rows[0]!.left === (await mark())) return
    await sql.raw(wanted).execute(transaction)
    await sql`comment on schema kernel is ${sql.lit(await mark())}`.execute(transaction)
  })
}
