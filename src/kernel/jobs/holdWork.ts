/**
 * Work that no other process does at the same time, by its name. The lock lives as long as its connection: it ends with the deed and with the death of its
 * process, and no transaction stays open for it while a long deed is done.
 */
import { sql } from 'kysely'
import type { House } from '../house.ts'

export async function holdWork<T>(house: House, name: string, deed: () => Promise<T>): Promise<T | 'elsewhere'> {
  const key = sql`hashtextextended(${name}, 0)`
  return house.doors.app.connection().execute(async (connection) => {
    const asked = await sql<{ free: boolean }>`select pg_try_advisory_lock(${key}) as free`.execute(connection)
    if (!asked.rows[0]?.free) return 'elsewhere'
    try {
      return await deed()
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection)
    }
  })
}
