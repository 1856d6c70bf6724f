/** New databases for test files, on the server that testing/globalSetup.ts has started: empty ones, and copies of one that was filled once in a run. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type TestDatabase = { url: string; drop(): Promise<void> }

function adminUrl(): string {
  const given = process.env.CAPULANA_TEST_CLUSTER
  if (!given) throw new Error("no test database server: vitest.config.ts needs globalSetup: ['src/kernel/db/testing/globalSetup.ts']")
  return (JSON.parse(given) as { url: string }).url
}

async function asAdmin<T>(deed: (client: pg.Client) => Promise<T>, url = adminUrl()): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await deed(client)
  } finally {
    await client.end()
  }
}

const urlOf = (name: string): string => {
  const url = new URL(adminUrl())
  url.pathname = `/${name}`
  return url.href
}

async function made(client: pg.Client, from = 'template1'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await client.query(`create database ${name} template ${from}`)
  return { url: urlOf(name), drop: () => asAdmin(async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))) }
}

export const freshDatabase = (): Promise<TestDatabase> => asAdmin((client) => made(client))

/**
 * A copy of the database that `fill` makes; the first who asks fills it, in whichever process, the others wait. A copy is a new life: it has no epoch yet.
 */
export async function copiedDatabase(name: string, fill: (url: string) => Promise<void>): Promise<TestDatabase> {
  return asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(7398)')
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [`filled_${name}`])
    if (rows.length === 0) {
      await client.query(`create database filling_${name}`)
      await fill(urlOf(`filling_${name}`))
      await asAdmin((filled) => filled.query('delete from kernel.epoch; delete from kernel.receipt_key'), urlOf(`filling_${name}`))
      await client.query(`alter database filling_${name} rename to filled_${name}`)
    }
    await client.query('select pg_advisory_unlock(7398)')
    return made(client, `filled_${name}`)
  })
}

/** What several processes of a run need made once: the others wait, and find it made. */
export const oneAfterAnother = (deed: () => Promise<unknown>): Promise<void> =>
  asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(7399)')
    await deed()
  })
