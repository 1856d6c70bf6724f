/**
 * The doors to PostgreSQL: the owner migrates and seals, the app (no DDL, no bypass of row level security) does everything that a person asks for.
 * Dates come as text and 64-bit integers as numbers where they are safe, so that no time zone or rounding ever moves a figure.
 */
import { createHash } from 'node:crypto'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { copiedIn } from './layOut.ts'

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20
const NUMERIC = 1700

const asText = (value: string) => value
const asIso = (value: string) => new Date(value).toISOString()
const asSafeNumber = (value: string) => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`integer ${value} is too large to be exact`)
  return number
}

const parsers: Record<number, (value: string) => unknown> = { [DATE]: asText, [TIMESTAMPTZ]: asIso, [INT8]: asSafeNumber, [NUMERIC]: Number }

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] && format !== 'binary' ? parsers[oid] : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

// Tables are known to our own declarations, not to Kysely's types: queries are visible SQL, results are typed where they are asked for.
export type Connection = Kysely<Record<string, never>>

export type Doors = {
  owner: Connection
  app: Connection
  /** The app's too, for statements that are written together with who acts and their commit (oneJourney.ts). */
  journeys: pg.Pool
  ownerUrl: string
  appUrl: string
  close(): Promise<void>
}

// jsonb keeps its own keys as they were written; only columns change their case.
const connection = (pool: pg.Pool): Connection =>
  new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })

const often = /^\/\*= ([\w-]+) \*\//
const names = new Map<string, string>()

/** A statement that opens with its name in `/*= … *\/` runs hundreds of times a second: planned once for each connection, not each time. */
function nameOf(text: unknown): string | null {
  if (typeof text !== 'string' || !text.startsWith('/*=')) return null
  const known = names.get(text)
  if (known) return known
  // Who asks changes the text; each text has a plan of its own.
  const made = `${often.exec(text)?.[1] ?? 'statement'}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
  names.set(text, made)
  return made
}

/** Statements as they go to the server: rows that are laid out as a stream, those that come often under their name. */
function sendInTheirWay(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  client.query = ((text: unknown, values: unknown, ...more: unknown[]) => {
    const copied = copiedIn(query as pg.ClientBase['query'], text, values)
    if (copied) return copied
    const name = nameOf(text)
    return name ? query({ name, text, values }, ...more) : query(text, values, ...more)
  }) as typeof client.query
}

const pool = (connectionString: string, max: number, more: { pipeline?: boolean; options?: string } = {}) => {
  const made = new pg.Pool({ connectionString, max, types, idle_in_transaction_session_timeout: 60_000, ...more })
  // A connection that the server closed while idle is replaced by the pool; one closed in mid-work fails its query.
  // Without listeners either would end the process.
  made.on('error', () => {})
  made.on('connect', (client) => {
    client.on('error', () => {})
    sendInTheirWay(client)
  })
  return made
}

export function openDoors(ownerUrl: string, appUrl: string): Doors {
  const owner = connection(pool(ownerUrl, 4))
  const app = connection(pool(appUrl, 12))
  // One plan for all that comes: planning nine insertions anew would cost as much as doing them.
  const journeys = pool(appUrl, 12, { pipeline: true, options: '-c plan_cache_mode=force_generic_plan' })
  return {
    owner,
    app,
    journeys,
    ownerUrl,
    appUrl,
    async close() {
      await Promise.all([owner.destroy(), app.destroy(), journeys.end()])
    },
  }
}
