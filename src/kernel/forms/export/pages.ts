/**
 * Submissions and the turns of their repeats, page by page in the order in which they were received: memory holds two pages, whether there are ten or a hundred
 * thousand. Rights decide row by row, as everywhere.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { readableRows } from '../../access/rules.ts'
import { read } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import type { FormTable } from '../questionTable.ts'
import { Standing } from '../submission.ts'
import { type ExportRow, line, neighbours, rowsIn } from './rows.ts'

export type Selection = {
  form: string
  table: FormTable
  where?: RawBuilder<unknown>
}

/** Where a page ended: the server numbers what it receives, a submission numbers its turns. */
export type Mark = [serverSeq: number, turn: number]

const from = (form: string, repeat: string) => sql`
  forms.standing r join forms.submission f on f.id = r.submission join forms.submission s on s.id = r.current
  join forms.answers a on a.submission = r.current and a.repeat = ${repeat} and r.form = ${form}`

/** Null: nothing of this may be read by him. Withdrawn ones are left out. */
function conditions(actor: Actor, { where }: Pick<Selection, 'where'>): RawBuilder<unknown> | null {
  const readable = readableRows(actor, Standing)
  return readable && sql`${readable} and r.state <> 'withdrawn' and ${where ?? sql`true`}`
}

const inOrder = sql`f.server_seq, a.turn`

export type PageAsked = Selection & { after?: Mark; limit: number; skip: number; order?: RawBuilder<unknown> }

export async function pageOf(house: House, actor: Actor, asked: PageAsked): Promise<ExportRow[]> {
  const { after, table, form, limit, skip } = asked
  const where = conditions(actor, asked)
  if (!where) return []
  // The first of the two lets the index find the place; the second is the exact one.
  const beyond = after ? sql`f.server_seq >= ${after[0]}::int and (f.server_seq, a.turn) > (${after[0]}::int, ${after[1]}::int)` : sql`true`
  const order = asked.order ? sql`${asked.order}, ${inOrder}` : inOrder
  const page = await read(house.doors, actor, (db) =>
    db.one<{ lines: string }>(sql`
      select coalesce(json_agg(line), '[]')::text as lines from (
        select ${line(table)} as line from ${from(form, table.repeat)} ${neighbours(table)} where f.form = ${form} and ${where} and ${beyond}
        order by ${order} limit ${limit}::int offset ${skip}::int) as page`),
  )
  return rowsIn(page!.lines, table)
}

export const markOf = ({ serverSeq, turn }: ExportRow): Mark => [serverSeq, turn]

/** What is read of each submission on a walk: where it is found, in which order it is told, and what is told of it, as JSON. */
export type Told = { from: RawBuilder<unknown>; order: RawBuilder<unknown>; line: RawBuilder<unknown> }

const submissionsAtMost = 1000
const rowsWanted = 3000

type Step = { last: number | null; rows: number; lines: string }

/** `offset 0` keeps the order of the walk: what hangs on a submission is looked up by its index, whatever the planner believes, and the hundredth step costs what the first did. */
const hanging = (table: string, alias: string, on: RawBuilder<unknown>) =>
  sql`cross join lateral (select * from ${sql.table(table)} ${sql.id(alias)} where ${on} offset 0) ${sql.id(alias)}`

const step = (form: string, told: Told, where: RawBuilder<unknown>, { after, submissions }: { after: number; submissions: number }) => sql`
  with f as materialized (
    select f.id, f.server_seq, f.instance_id, f.recorded_at, f.recorded_by, f.device from forms.submission f
    where f.form = ${form} and f.server_seq > ${after}::int order by f.server_seq limit ${submissions}::int
  )
  select (select max(server_seq) from f) as last, count(*) as rows, coalesce(json_agg(line), '[]')::text as lines
  from (
    select ${told.line} as line from f ${hanging('forms.standing', 'r', sql`r.submission = f.id`)} ${told.from} where ${where} order by f.server_seq, ${told.order}
  ) as told`

/**
 * Over all submissions in the order of receipt. Steps grow and shrink with what hangs on a submission: of a form with two hundred turns each, a step holds few.
 * While one is used the next is read.
 */
export async function* walk(house: House, actor: Actor, { form, where }: Pick<Selection, 'form' | 'where'>, told: Told): AsyncGenerator<string> {
  const allowed = conditions(actor, { where })
  if (!allowed) return
  const take = (after: number, submissions: number) =>
    read(house.doors, actor, async (db) => (await db.one<Step>(step(form, told, allowed, { after, submissions })))!)
  let submissions = 200
  let coming = take(0, submissions)
  for (;;) {
    const { last, rows, lines } = await coming
    if (last === null) return
    submissions = Math.min(submissionsAtMost, Math.max(20, Math.round((submissions * rowsWanted) / Math.max(rows, 1))))
    coming = take(last, submissions)
    // Whoever stops listening does not wait for it.
    coming.catch(() => {})
    yield lines
  }
}

export async function* everyPage(house: House, actor: Actor, { table, ...selection }: Selection): AsyncGenerator<ExportRow[]> {
  const current = table.repeat === '' || selection.where ? hanging('forms.submission', 's', sql`s.id = r.current`) : sql``
  const from = sql`${current} ${hanging('forms.answers', 'a', sql`a.submission = r.current and a.repeat = ${table.repeat}`)} ${neighbours(table)}`
  for await (const lines of walk(house, actor, selection, { from, order: sql`a.turn`, line: line(table) })) yield rowsIn(lines, table)
}

export async function* everyRow(house: House, actor: Actor, selection: Selection): AsyncGenerator<ExportRow> {
  for await (const page of everyPage(house, actor, selection)) yield* page
}

export async function countRows(house: House, actor: Actor, selection: Selection): Promise<number> {
  const where = conditions(actor, selection)
  if (!where) return 0
  const counted = await read(house.doors, actor, (db) =>
    db.one<{ n: number }>(sql`select count(*) as n from ${from(selection.form, selection.table.repeat)} where f.form = ${selection.form} and ${where}`),
  )
  return counted!.n
}
