/**
 * The rows of an export as the database writes them: one text of JSON for a whole page, because a hundred thousand rows that are handed over one by one cost
 * more than everything that is then done with them.
 */
import { type RawBuilder, sql } from 'kysely'
import type { FormTable } from '../questionTable.ts'

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

/** Of a turn of a repeat only what says where it belongs. */
export type TurnRow = {
  serverSeq: number
  current: string
  instanceId: string
  turn: number
  parentTurn: number
  answers: Record<string, unknown>
}

export type ExportRow = TurnRow & SystemFacts & { instanceName: string | null }

/** As JavaScript writes an instant: what is finer than a millisecond is cut off, not rounded. */
const instant = (at: RawBuilder<unknown>) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const ofTurn: [keyof TurnRow, RawBuilder<unknown>][] = [
  ['serverSeq', sql`f.server_seq`],
  ['current', sql`r.current`],
  ['instanceId', sql`f.instance_id`],
  ['turn', sql`a.turn`],
  ['parentTurn', sql`a.parent_turn`],
  ['answers', sql`coalesce(a.corrected, a.answers)`],
]

const ofSubmission: [keyof ExportRow, RawBuilder<unknown>][] = [
  ...ofTurn,
  ['instanceName', sql`s.instance_name`],
  ['submissionDate', instant(sql`f.recorded_at`)],
  ['updatedAt', instant(sql`case when r.current <> r.submission or r.decided_at is not null then greatest(s.recorded_at, r.decided_at) end`)],
  ['submitterId', sql`f.recorded_by`],
  ['submitterName', sql`coalesce(author.name, phone.label)`],
  ['attachmentsPresent', sql`sent.present`],
  ['attachmentsExpected', sql`sent.expected`],
  ['reviewState', sql`r.state`],
  ['deviceId', sql`s.device`],
  ['edits', sql`case when r.current = r.submission then 0 else (select count(*) from forms.submission e where e.root = r.submission) end`],
  ['formVersion', sql`wording.name`],
  ['place', sql`r.scope`],
  ['openFindings', sql`r.open_findings`],
]

const columnsOf = ({ repeat }: FormTable) => (repeat === '' ? ofSubmission : ofTurn)

/** One row as a list in JSON. */
export const line = (table: FormTable): RawBuilder<unknown> => sql`json_build_array(${sql.join(columnsOf(table).map(([, value]) => value))})`

/** What a row of the top says of others; to be joined where `f`, `s` and `r` stand. */
export const neighbours = ({ repeat }: FormTable): RawBuilder<unknown> =>
  repeat === ''
    ? sql`left join kernel.person author on author.id = f.recorded_by left join forms.device phone on phone.id = f.device
        left join forms.form_version wording on wording.id = s.form_version
        cross join lateral (select count(x.sha256) as present, count(*) as expected from forms.submission_file x where x.submission = r.current) sent`
    : sql``

/** Turns of a repeat have no more than their type says; whoever writes their table asks for no more. */
export function rowsIn(lines: string, table: FormTable): ExportRow[] {
  const names = columnsOf(table).map(([name]) => name)
  return (JSON.parse(lines) as unknown[][]).map((values) => {
    const row: Record<string, unknown> = {}
    for (let at = 0; at < names.length; at++) row[names[at]!] = values[at]
    return row as ExportRow
  })
}
