/** How many rows each table holds, read from the system catalogue so that no table can be forgotten. */
import { sql } from 'kysely'
import type { Cluster } from './cluster.ts'
import { type Connection, openDoors } from './pool.ts'

/** Database, then "schema.table", then rows. */
export type RowCounts = Record<string, Record<string, number>>

/** One connection to a database of the cluster, closed whatever happens. */
export async function visiting<T>(cluster: Cluster, database: string, visit: (connection: Connection) => Promise<T>): Promise<T> {
  const doors = openDoors(cluster.url(database), cluster.url(database))
  try {
    return await doors.owner.connection().execute(visit)
  } finally {
    await doors.close()
  }
}

export const databasesOf = async (cluster: Cluster): Promise<string[]> =>
  visiting(cluster, 'postgres', async (connection) => {
    const { rows } = await sql<{ name: string }>`select datname as name from pg_database where datallowconn and not datistemplate order by 1`.execute(
      connection,
    )
    return rows.map(({ name }) => name)
  })

// query_to_xml runs the count of each table inside this one statement, so that all counts are of the same moment.
const countsIn = (connection: Connection) =>
  sql<{ name: string; count: number }>`
    select n.nspname || '.' || c.relname as name,
      (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', n.nspname, c.relname), false, true, '')))[1]::text::bigint as count
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    order by 1
  `.execute(connection)

export async function rowCounts(cluster: Cluster): Promise<RowCounts> {
  const counts: RowCounts = {}
  for (const database of await databasesOf(cluster)) {
    const { rows } = await visiting(cluster, database, countsIn)
    counts[database] = Object.fromEntries(rows.map(({ name, count }) => [name, count]))
  }
  return counts
}
