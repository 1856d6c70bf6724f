/** The rows of a feed as JSON, written while they are read: a page with its link to the next one, or everything, with repeats inside each other when asked for. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { read } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { countRows, everyPage, type Mark, markOf, pageOf } from '../export/pages.ts'
import type { ExportRow } from '../export/rows.ts'
import type { FormShape, FormTable } from '../questionTable.ts'
import { shapeOfEntity, type TurnsIn, writerOf } from './entities.ts'
import { type FeedQuery, selected, tokenOf } from './query.ts'

export type Feed = { house: House; actor: Actor; shape: FormShape; table: FormTable; query: FeedQuery; address: string; search: string }

const pageSize = 500

const submissionsAtOnce = 100
type Turn = [submission: number, repeat: string, turn: number, parentTurn: number, answers: Record<string, unknown>]

/** The turns of all repeats of some rows, read at once: for each repeat, and each row that turns lie in. */
async function turnsOf({ house, actor }: Feed, rows: readonly ExportRow[]): Promise<TurnsIn> {
  const submissions = new Map<string, number>()
  for (const { current } of rows) if (!submissions.has(current)) submissions.set(current, submissions.size + 1)
  const found = await read(house.doors, actor, (db) =>
    db.one<{ lines: string }>(sql`
      select coalesce(json_agg(json_build_array(asked.n, a.repeat, a.turn, a.parent_turn, a.told)), '[]')::text as lines
      from unnest(${[...submissions.keys()]}::uuid[]) with ordinality as asked(submission, n) cross join lateral (
        select t.repeat, t.turn, t.parent_turn, coalesce(t.corrected, t.answers) as told from forms.answers t
        where t.submission = asked.submission and t.repeat <> '' order by t.repeat, t.turn) as a`),
  )
  const inside = new Map<string, Turn[]>()
  for (const turn of JSON.parse(found!.lines) as Turn[]) {
    const place = `${turn[0]} ${turn[3]} ${turn[1]}`
    const known = inside.get(place)
    if (known) known.push(turn)
    else inside.set(place, [turn])
  }
  return (row, repeat) =>
    (inside.get(`${submissions.get(row.current)} ${row.turn} ${repeat}`) ?? []).map(([, , turn, parentTurn, answers]) => ({
      ...{ serverSeq: row.serverSeq, current: row.current, instanceId: row.instanceId },
      ...{ turn, parentTurn, answers },
    })) as ExportRow[]
}

/** Rows as text, some at a time; with `$expand=*` what lies in them is read for as many submissions as memory holds easily. */
function writing(feed: Feed): (rows: ExportRow[]) => AsyncGenerator<string> {
  const { shape, table, query } = feed
  const expanding = query.expand && shape.tables.length > 1
  let turns: TurnsIn = () => []
  const write = writerOf(selected(shapeOfEntity(table, shape.tables, query.wkt, expanding ? (row, repeat) => turns(row, repeat) : null), query.select))
  return async function* (rows) {
    const atOnce = expanding ? submissionsAtOnce : rows.length
    for (let from = 0; from < rows.length; from += atOnce) {
      const some = rows.slice(from, from + atOnce)
      if (expanding) turns = await turnsOf(feed, some)
      yield some.map(write).join(',\n')
    }
  }
}

const nextAddress = ({ address, table, search }: Feed, token: [string, string]) => {
  const options = new URLSearchParams(search)
  options.delete('$skip')
  options.delete('$skiptoken')
  options.set(...token)
  return `${address}/${encodeURIComponent(table.name)}?${options.toString().replaceAll('%24', '$')}`
}

async function* pieces(feed: Feed): AsyncGenerator<string> {
  const { house, actor, shape, table, query, address } = feed
  const selection = { form: shape.id, table, where: query.where }
  const head: Record<string, unknown> = { '@odata.context': `${address}/$metadata#${table.name}` }
  if (query.count) head['@odata.count'] = await countRows(house, actor, selection)
  yield `${JSON.stringify(head).slice(0, -1)},"value":[`
  let [left, skip, after, first]: [number, number, Mark | undefined, boolean] = [query.top ?? Number.POSITIVE_INFINITY, query.skip, query.after, true]
  let next: [string, string] | null = null
  const written = writing(feed)
  async function* show(rows: ExportRow[]) {
    for await (const text of written(rows)) {
      yield first ? text : `,\n${text}`
      first = false
    }
  }
  if (query.top === null && !query.order && !after && skip === 0) {
    for await (const page of everyPage(house, actor, selection)) yield* show(page)
    left = 0
  }
  while (left > 0) {
    const limit = Math.min(pageSize, left)
    // One row more than wanted says whether there is a next page.
    const page = await pageOf(house, actor, { ...selection, after, skip, limit: limit + 1, order: query.order ?? undefined })
    const shown = page.slice(0, limit)
    yield* show(shown)
    left -= shown.length
    if (page.length <= limit) break
    if (query.order) skip += shown.length
    else [after, skip] = [markOf(shown.at(-1)!), 0]
    if (left <= 0) next = query.order ? ['$skip', String(skip)] : ['$skiptoken', tokenOf(after!)]
  }
  yield `]${next ? `,"@odata.nextLink":${JSON.stringify(nextAddress(feed, next))}` : ''}}`
}

export const feedContent = (feed: Feed) => ({
  content: Readable.from(pieces(feed)),
  type: 'application/json; charset=utf-8; odata.metadata=minimal',
  headers: { 'OData-Version': '4.0', 'cache-control': 'no-store' },
})
