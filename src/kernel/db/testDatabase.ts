/** A new, empty database for a test file, on the server that testing/globalSetup.ts has started. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type TestDatabase = { url: string; drop(): Promise<void> }

export async function freshDatabase(): Promise<TestDatabase> {
  const given = process.env.CAPULANA_TEST_CLUSTER
  if (!given) throw new Error("no test database server: vitest.config.ts needs globalSetup: ['src/kernel/db/testing/globalSetup.ts']")
  const { url: adminUrl } = JSON.parse(given) as { url: string }
  const name = `test_${randomBytes(6).toString('hex')}`
  const asAdmin = async (statement: string) => {
    const client = new pg.Client(adminUrl)
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await asAdmin(`create database ${name}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asAdmin(`drop database if exists ${name} with (force)`) }
}
