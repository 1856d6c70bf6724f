/**
 * How much of a pipeline line came in, after the notes that name it. It is summed and never kept, so goods stand once: on the shelf, or still on their way. A note that was
 * cancelled brought nothing.
 */
import { sql } from 'kysely'
import { asTheHouse, type Db, type Refusal, refuse } from '../../../kernel/index.ts'

const received = sql`(
  select (line ->> 'pipelineLine')::uuid as id, sum((line ->> 'quantity')::int)::int as quantity
  from relief.received_note n, jsonb_array_elements(n.lines) line
  where line ->> 'pipelineLine' is not null and not exists (select 1 from ledger.document d where d.reverses = n.document) group by 1)`

/** To join to `relief.pipeline_line l`: `r.quantity`, null where nothing came yet. */
export const receivedOfLine = sql`left join ${received} r on r.id = l.id`
export const remainingOfLine = sql`greatest(0, l.quantity - coalesce(r.quantity, 0))::int`

export type Expected = { id: string; item: string; remaining: number; likely: string; donorName: string | null }

/** What a keeper may expect at his door; he reads no plan of the whole country, only what is on its way. */
export const expectedLines = (db: Db): Promise<Expected[]> =>
  asTheHouse(db, (house) =>
    house.rows<Expected>(sql`
      select l.id, l.item, ${remainingOfLine} as remaining, l.likely, o.name as donor_name
      from relief.pipeline_line l ${receivedOfLine} left join organisations.organisation o on o.id = l.donor
      where l.stage not in ('arrived', 'cancelled') and ${remainingOfLine} > 0 order by l.likely, l.id limit 500`),
  )

/** More than was promised is taken all the same: it lies there. Another item than the line's is a slip of the hand. */
export async function wrongPipelineLines(db: Db, lines: readonly { item: string; pipelineLine: string | null }[]): Promise<Refusal[]> {
  const named = lines.flatMap(({ item, pipelineLine }) => (pipelineLine ? [{ item, id: pipelineLine }] : []))
  if (named.length === 0) return []
  const known = await asTheHouse(db, (house) =>
    house.rows<{ id: string; item: string }>(
      sql`select id, item from relief.pipeline_line where stage <> 'cancelled' and id = any (${named.map(({ id }) => id)}::uuid[])`,
    ),
  )
  return named.flatMap(({ item, id }) => {
    const line = known.find((one) => one.id === id)
    if (!line) return [refuse('relief.pipeline-line-unknown', { item })]
    return line.item === item ? [] : [refuse('relief.pipeline-line-other', { item, expected: line.item })]
  })
}
