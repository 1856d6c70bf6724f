/**
 * The records behind a figure, as far as the reader's rights go: those he may open with their ids and titles, of the others how many and whose they are. The
 * reader's own door decides, not this file.
 */
import { sql } from 'kysely'
import { type Db, type House, snake } from '../../kernel/index.ts'
import type { ValueRow } from './value.ts'

const shownAtOnce = 200

export type RecordsBehind = { record: string; domain: string; count: number; readable: number; shown: { id: string; title: string | null }[] }

export async function lineageOf(house: House, db: Db, { lineage }: ValueRow): Promise<RecordsBehind[]> {
  const behind: RecordsBehind[] = []
  for (const { record: name, ids } of lineage?.records ?? []) {
    const record = house.records.get(name)
    const domain = name.split('.')[0]!
    if (!record) {
      behind.push({ record: name, domain, count: ids.length, readable: 0, shown: [] })
      continue
    }
    const from = sql`from ${sql.table(`${record.schema}.${record.table}`)} r where r.id = any(${ids}::uuid[])`
    const readable = await db.one<{ n: number }>(sql`select count(*)::int as n ${from}`)
    const title = record.title ? sql`r.${sql.ref(snake(record.title))}::text` : sql`null`
    const shown = await db.rows<{ id: string; title: string | null }>(sql`select r.id, ${title} as title ${from} order by r.id limit ${shownAtOnce}`)
    behind.push({ record: name, domain, count: ids.length, readable: readable!.n, shown })
  }
  return behind
}
