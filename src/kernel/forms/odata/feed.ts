/** The rows of a feed as JSON, written while they are read: a page with its link to the next one, or everything, with repeats inside each other when asked for. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { read } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { countRows, type ExportRow, everyPage, type Mark, markOf, pageOf } from '../export/pages.ts'
import type { FormShape, FormTable } from '../questionTable.ts'
import { type Entity, entityOf } from './entities.ts'
import { type FeedQuery, selected, tokenOf } from './query.ts'

export type Feed = { house: House; actor: Actor; shape: FormShape; table: FormTable; query: FeedQuery; address: string; search: string }

const pageSize = 500

type Turn = { submission: string; repeat: string; turn: number; parentTurn: number; answers: Record<string, unknown> }

/** The entities of a page; with `$expand=*` the turns of all its repeats, read at once. */
async function entitiesOf({ house, actor, shape, table, query }: Feed, rows: ExportRow[]): Promise<Entity[]> {
  if (!query.expand || shape.tables.length === 1 || rows.length === 0) return rows.map((row) => entityOf(row, table, shape.tables, query.wkt))
  const turns = await read(house.doors, actor, (db) =>
    db.rows<Turn>(sql`
      select submission, repeat, turn, parent_turn, coalesce(corrected, answers) as answers from forms.answers
      where submission = any(${[...new Set(rows.map(({ current }) => current))]}::uuid[]) and repeat <> '' order by submission, repeat, turn`),
  )
  const inside = groupTurns(turns)
  const tableAt = new Map(shape.tables.map((known) => [known.repeat, known]))
  const expanded = (row: ExportRow, home: FormTable): Entity => {
    const entity = entityOf(row, home, shape.tables, query.wkt)
    for (const inner of shape.tables.filter(({ around }) => around === home.repeat))
      entity[inner.repeat.split('/').at(-1)!] = (inside.get(`${row.current} ${inner.repeat} ${row.turn}`) ?? []).map(({ turn, parentTurn, answers }) =>
        expanded({ ...row, turn, parentTurn, answers }, tableAt.get(inner.repeat)!),
      )
    return entity
  }
  return rows.map((row) => expanded(row, table))
}

function groupTurns(turns: readonly Turn[]): Map<string, Turn[]> {
  const found = new Map<string, Turn[]>()
  for (const turn of turns) {
    const key = `${turn.submission} ${turn.repeat} ${turn.parentTurn}`
    const known = found.get(key)
    if (known) known.push(turn)
    else found.set(key, [turn])
  }
  return found
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
  const head: Entity = { '@odata.context': `${address}/$metadata#${table.name}` }
  if (query.count) head['@odata.count'] = await countRows(house, actor, selection)
  yield `${JSON.stringify(head).slice(0, -1)},"value":[`
  let [left, skip, after, first]: [number, number, Mark | undefined, boolean] = [query.top ?? Number.POSITIVE_INFINITY, query.skip, query.after, true]
  let next: [string, string] | null = null
  const shownAs = async (rows: ExportRow[]) => (await entitiesOf(feed, rows)).map((entity) => JSON.stringify(selected(entity, query.select))).join(',\n')
  if (query.top === null && !query.order && !after && skip === 0) {
    for await (const page of everyPage(house, actor, selection)) {
      const text = await shownAs(page)
      if (text !== '') yield `${first ? '' : ',\n'}${text}`
      first &&= text === ''
    }
    left = 0
  }
  while (left > 0) {
    const limit = Math.min(pageSize, left)
    // One row more than wanted says whether there is a next page.
    const page = await pageOf(house, actor, { ...selection, after, skip, limit: limit + 1, order: query.order ?? undefined })
    const shown = page.slice(0, limit)
    const text = await shownAs(shown)
    if (text !== '') yield `${first ? '' : ',\n'}${text}`
    first &&= text === ''
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
