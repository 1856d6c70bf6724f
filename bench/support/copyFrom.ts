/** The physical limit of any import: PostgreSQL's own COPY of the same text into one table without key, index or check. */
import pg from 'pg'

type CopyConnection = { query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void; sync(): void }

/** COPY as the wire protocol has it; the driver offers the messages but no function for them. */
function copyDeed(statement: string, text: Buffer, done: (error: Error | null) => void) {
  return {
    submit: (connection: CopyConnection) => connection.query(statement),
    handleCopyInResponse(connection: CopyConnection) {
      for (let at = 0; at < text.length; at += 65_536) connection.sendCopyFromChunk(text.subarray(at, at + 65_536))
      connection.endCopyFrom()
    },
    handleCommandComplete() {},
    handleError: (error: Error) => done(error),
    handleReadyForQuery: () => done(null),
  }
}

/** Seconds for a comma-separated text with one header line; every column is text, as it stands in the file. */
export async function secondsToCopy(ownerUrl: string, columns: number, csv: Buffer): Promise<number> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query('drop table if exists public.bare_copy')
    await client.query(`create table public.bare_copy (${Array.from({ length: columns }, (_, at) => `c${at} text`).join(', ')})`)
    const start = performance.now()
    await new Promise<void>((resolve, reject) => {
      const deed = copyDeed('copy public.bare_copy from stdin with (format csv, header)', csv, (error) => (error ? reject(error) : resolve()))
      client.query(deed as unknown as pg.Submittable)
    })
    return (performance.now() - start) / 1000
  } finally {
    await client.query('drop table if exists public.bare_copy')
    await client.end()
  }
}
