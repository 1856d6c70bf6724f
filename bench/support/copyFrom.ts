/** The physical limit of any import: PostgreSQL's own COPY of the same text into one table without key, index or check. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

async function withTable<T>(ownerUrl: string, shape: string, deed: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query('drop table if exists public.bare_copy')
    await client.query(`create table public.bare_copy (${shape})`)
    return await deed(client)
  } finally {
    await client.query('drop table if exists public.bare_copy')
    await client.end()
  }
}

async function secondsInto(client: pg.Client, text: Buffer, options: string): Promise<number> {
  const portions = Array.from({ length: Math.ceil(text.length / 65_536) }, (_, at) => text.subarray(at * 65_536, (at + 1) * 65_536))
  const start = performance.now()
  await pipeline(Readable.from(portions), client.query(copyFrom(`copy public.bare_copy from stdin ${options}`)))
  return (performance.now() - start) / 1000
}

/** Seconds for a comma-separated text with one header line; every column is text, as it stands in the file. */
export const secondsToCopy = (ownerUrl: string, columns: number, csv: Buffer): Promise<number> =>
  withTable(ownerUrl, Array.from({ length: columns }, (_, at) => `c${at} text`).join(', '), (client) => secondsInto(client, csv, 'with (format csv, header)'))

/** Seconds for the rows that stand in these tables now, each into a table of the same columns. */
export async function secondsToCopyWritten(ownerUrl: string, tables: readonly string[]): Promise<number> {
  let seconds = 0
  for (const table of tables)
    seconds += await withTable(ownerUrl, `like ${table}`, async (client) => {
      const portions: Buffer[] = []
      for await (const portion of client.query(copyTo(`copy ${table} to stdout`))) portions.push(portion as Buffer)
      return secondsInto(client, Buffer.concat(portions), '')
    })
  return seconds
}
