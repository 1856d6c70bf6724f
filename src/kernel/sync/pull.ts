/**
 * The change feed for phones. A cursor is (epoch, transaction, number), read only below the oldest transaction that is still open: a cursor on a number or a
 * time alone would lose whatever a slow writer commits after a quick one (measured: a quarter of all changes with eight writers).
 */
import { type RawBuilder, sql } from 'kysely'
import { type Actor, theSystem } from '../access/actor.ts'
import { type Db, type Refused, read, refused } from '../db/transaction.ts'
import { viewNamed } from '../forms/lists/listNamed.ts'
import { phoneList } from '../forms/lists/lists.ts'
import { itemsChanged, type RegisterLine, topicOf } from '../forms/lists/registerFeed.ts'
import { signingOf } from '../forms/receipts.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'

export type Cursor = { epoch: string; xid: string; seq: string }

const cursorText = ({ epoch, xid, seq }: Cursor): string => `${epoch}.${xid}.${seq}`

function parseCursor(text: string | undefined): Cursor | null {
  const [, epoch, xid, seq] = /^([0-9a-f]{1,32})\.(\d{1,20})\.(\d{1,18})$/.exec(text ?? '') ?? []
  return epoch ? { epoch, xid: xid!, seq: seq! } : null
}

export type FeedLine = RegisterLine & { xid: string; seq: string }

const horizon = sql`pg_snapshot_xmin(pg_current_snapshot())`

/** Changes after the cursor that no open transaction can still come before. Ordered by the numbers themselves: their texts would put 1000 before 999. */
export const changesAfter = (db: Db, { xid, seq }: Pick<Cursor, 'xid' | 'seq'>, of: RawBuilder<unknown>, limit: number): Promise<FeedLine[]> =>
  db.rows<FeedLine>(sql`
    select c.xid::text as xid, c.seq::text as seq, c.topic, c.record_id, c.scope, c.class, c.deleted from kernel.change c
    where (c.xid, c.seq) > (${xid}::xid8, ${seq}::bigint) and c.xid < ${horizon} and ${of} order by c.xid, c.seq limit ${limit}`)

/** Where a reader stands who has read everything now: whatever is still open comes after it. */
export const feedEnd = async (db: Db): Promise<{ xid: string; seq: string }> =>
  (await db.one<{ xid: string; seq: string }>(sql`select ${horizon}::text as xid, '0' as seq`))!

const linesAtOnce = 1000

export type Pulled = {
  epoch: string
  cursor: string
  full: boolean
  more: boolean
  changes: { id: string; deleted: boolean; label?: string; version?: number; properties?: Record<string, string> }[]
}

/** What changed since the cursor, by the names of items; null: everything is to be read. `next` is where the reader stands then. */
type Changes = { items: string[] | null; next: Pick<Cursor, 'xid' | 'seq'>; more: boolean }

/** The end is taken before the list is read: what is written meanwhile comes twice rather than never. */
const linesSince = async (db: Db, since: Cursor | null, topics: readonly string[]) => ({
  end: await feedEnd(db),
  lines: since ? await changesAfter(db, since, sql`topic = any (${topics}::text[])`, linesAtOnce) : [],
})

async function changesOf(house: House, actor: Actor, code: string, since: Cursor | null): Promise<Changes> {
  const view = viewNamed(house, code)
  // A round concerns its places wherever they lie: the lines of registers are read whole, and become items only as this actor may see them.
  const topics = view ? view.registers.map(topicOf) : [`list:${code}`]
  const { end, lines } = await read(house.doors, view ? theSystem : actor, (db) => linesSince(db, since, topics))
  const whole = { items: null, next: end, more: false }
  if (!since) return whole
  const named = view && lines.length > 0 ? await itemsChanged(house.doors, actor, view, lines) : lines.map(({ recordId }) => recordId)
  if (!named) return whole
  const more = lines.length === linesAtOnce
  return { items: named, next: more ? lines.at(-1)! : end, more }
}

export async function pull(house: House, actor: Actor, topic: string, given: string | undefined): Promise<Pulled | Refused> {
  const code = /^list:(.{1,100})$/.exec(topic)?.[1]
  if (!code) return refused(refuse('access.not-found'))
  const { epoch } = await signingOf(house)
  const cursor = parseCursor(given)
  const { items, next, more } = await changesOf(house, actor, code, cursor?.epoch === epoch ? cursor : null)
  const list = items?.length === 0 ? { rows: [] } : await read(house.doors, actor, (db) => phoneList(house, db, actor.phone!.projectId, code))
  if (!list) return refused(refuse('access.not-found'))
  const here = new Map(list.rows.map((row) => [row.entity, row]))
  const shown = (id: string) => {
    const row = here.get(id)
    return row ? { id, deleted: false, label: row.label, version: row.version, properties: row.properties } : { id, deleted: true }
  }
  const changes = [...new Set(items ?? here.keys())].map(shown)
  return { epoch, cursor: cursorText({ epoch, xid: next.xid, seq: next.seq }), full: items === null, more, changes }
}
