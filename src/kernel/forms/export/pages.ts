/**
 * Submissions and the turns of their repeats, page by page in the order in which they were received: memory holds one page, whether there are ten or a hundred
 * thousand. Rights decide row by row, as everywhere.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { readableRows } from '../../access/rules.ts'
import { read } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import type { FormTable } from '../questionTable.ts'
import { Standing } from '../submission.ts'

export type SystemFacts = {
  submissionDate: string
  updatedAt: string | null
  submitterId: string | null
  submitterName: string | null
  attachmentsPresent: number
  attachmentsExpected: number
  reviewState: string
  deviceId: string | null
  edits: number
  formVersion: string
  place: string
  openFindings: number
}

export type ExportRow = SystemFacts & {
  standing: string
  serverSeq: number
  submission: string
  current: string
  instanceId: string
  instanceName: string | null
  turn: number
  parentTurn: number
  answers: Record<string, unknown>
}

export type Selection = {
  form: string
  table: FormTable
  where?: RawBuilder<unknown>
  /** Withdrawn ones are left out unless they are asked for. */
  withdrawn?: boolean
}

/** Where a page ended: the server numbers what it receives, a submission numbers its turns. */
export type Mark = [serverSeq: number, turn: number]

const from = (form: string, repeat: string) => sql`
  forms.standing r join forms.submission f on f.id = r.submission join forms.submission s on s.id = r.current
  join forms.answers a on a.submission = r.current and a.repeat = ${repeat} and r.form = ${form}`

/** Null: nothing of this may be read by him. */
function conditions(actor: Actor, { form, table, where, withdrawn }: Selection): RawBuilder<unknown> | null {
  const readable = readableRows(actor, Standing)
  if (!readable) return null
  const parts: RawBuilder<unknown>[] = [sql`f.form = ${form}`, sql`a.repeat = ${table.repeat}`, sql`${readable}`]
  if (!withdrawn) parts.push(sql`r.state <> 'withdrawn'`)
  if (where) parts.push(where)
  return sql.join(parts, sql` and `)
}

const receivedAt = sql`date_trunc('milliseconds', f.recorded_at)`

const columns = sql`
  r.id as standing, f.server_seq, r.submission, r.current, f.instance_id, s.instance_name, ${receivedAt} as submission_date,
  case when r.current <> r.submission or r.decided_at is not null then greatest(s.recorded_at, r.decided_at) end as updated_at,
  f.recorded_by as submitter_id, coalesce((select p.name from kernel.person p where p.id = f.recorded_by), (select d.label from forms.device d where d.id = f.device)) as submitter_name,
  (select count(*) from forms.submission_file x where x.submission = r.current and x.sha256 is not null) as attachments_present,
  (select count(*) from forms.submission_file x where x.submission = r.current) as attachments_expected,
  r.state as review_state, s.device as device_id, case when r.current = r.submission then 0 else (select count(*) from forms.submission e where e.root = r.submission) end as edits,
  (select v.name from forms.form_version v where v.id = s.form_version) as form_version, r.scope as place, r.open_findings,
  a.turn, a.parent_turn, coalesce(a.corrected, a.answers) as answers`
const inside = sql`f.server_seq, r.submission, r.current, f.instance_id, ${receivedAt} as submission_date, a.turn, a.parent_turn, coalesce(a.corrected, a.answers) as answers`

/** Server numbers after the first and up to the second. */
type Window = [after: number, last: number]
export type PageAsked = Selection & { after?: Mark; within?: Window; limit?: number; skip?: number; order?: RawBuilder<unknown> }

/** Turns of a repeat need only the identity of their submission. */
export async function pageOf(house: House, actor: Actor, asked: PageAsked): Promise<ExportRow[]> {
  const where = conditions(actor, asked)
  if (!where) return []
  const { after, within, table, form } = asked
  // The first of the two lets the index find the place; the second is the exact one.
  const beyond = after ? sql`f.server_seq >= ${after[0]}::int and (f.server_seq, a.turn) > (${after[0]}::int, ${after[1]}::int)` : sql`true`
  const between = within ? sql`f.server_seq > ${within[0]}::int and f.server_seq <= ${within[1]}::int` : sql`true`
  const inOrder = sql`f.server_seq, a.turn`
  const order = asked.order ? sql`${asked.order}, ${inOrder}` : inOrder
  return read(house.doors, actor, (db) =>
    db.rows<ExportRow>(sql`
      select ${table.repeat === '' ? columns : inside} from ${from(form, table.repeat)} where ${where} and ${beyond} and ${between}
      order by ${order} limit ${asked.limit ?? null}::int offset ${asked.skip ?? 0}`),
  )
}

export const markOf = ({ serverSeq, turn }: ExportRow): Mark => [serverSeq, turn]

const submissionsAtOnce = 1000

/** The last server number of the next thousand submissions; null: there are no more. Found in the index alone, so that the thousandth page costs what the first did. */
const windowAfter = (house: House, actor: Actor, form: string, after: number) =>
  read(house.doors, actor, async (db) => {
    const window = await db.one<{ last: number | null }>(sql`
      select max(server_seq) as last from (
        select f.server_seq from forms.submission f where f.form = ${form} and f.server_seq > ${after}::int order by f.server_seq limit ${submissionsAtOnce}) as next`)
    return window?.last ?? null
  })

/** Everything, a thousand submissions at a time. */
export async function* everyPage(house: House, actor: Actor, selection: Selection): AsyncGenerator<ExportRow[]> {
  let after = 0
  for (;;) {
    const last = await windowAfter(house, actor, selection.form, after)
    if (last === null) return
    yield await pageOf(house, actor, { ...selection, within: [after, last] })
    after = last
  }
}

export async function* everyRow(house: House, actor: Actor, selection: Selection): AsyncGenerator<ExportRow> {
  for await (const page of everyPage(house, actor, selection)) yield* page
}

export async function countRows(house: House, actor: Actor, selection: Selection): Promise<number> {
  const where = conditions(actor, selection)
  if (!where) return 0
  const counted = await read(house.doors, actor, (db) =>
    db.one<{ n: number }>(sql`select count(*) as n from ${from(selection.form, selection.table.repeat)} where ${where}`),
  )
  return counted!.n
}
