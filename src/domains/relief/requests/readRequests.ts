/** Requests as they stand now: who waits for a decision since when, who owes a report, and how long each part of the way takes. A partner is given its own alone. */
import { sql } from 'kysely'
import type { Db, House } from '../../../kernel/index.ts'
import { dayAfter, hoursBetween } from './clock.ts'
import type { ReleaseLine } from './release.ts'
import type { RequestReportRow, RequestRow } from './request.ts'

type Limits = House['pack']['thresholds']
export type ReleaseShown = { id: string; name: string; warehouse: string; state: string; lines: ReleaseLine[] }
type Standing = {
  organisationName: string
  placeName: string | null
  assessedOn: string | null
  releases: ReleaseShown[]
  report: Pick<RequestReportRow, 'distributedOn' | 'households' | 'individuals' | 'lines'> | null
}
export type RequestShown = RequestRow &
  Standing & {
    decisionLate: boolean
    /** Null: nobody waits for it. */
    reportDue: string | null
    reportLate: boolean
  }

const undecided = ['submitted', 'field_review', 'cluster_decision']

function clocked(row: RequestRow & Standing, now: string, limits: Limits): RequestShown {
  const reportDue = row.receivedAt !== null && row.state === 'received' ? dayAfter(row.receivedAt, limits.reliefReportDays) : null
  return {
    ...row,
    decisionLate: undecided.includes(row.state) && row.decisionDue !== null && Date.parse(row.decisionDue) < Date.parse(now),
    reportDue,
    reportLate: reportDue !== null && reportDue < now.slice(0, 10),
  }
}

/** A partner reads no warehouse, so its releases carry their number without the store that they come from. */
export async function requestsNow(db: Db, now: string, limits: Limits): Promise<RequestShown[]> {
  const rows = await db.rows<RequestRow & Standing>(sql`
    select q.*, o.name as organisation_name, p.name as place_name, a.assessed_on,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', l.id, 'name', concat_ws(' ', w.code, l.year || '/' || l.number), 'warehouse', l.warehouse, 'state', l.state, 'lines', l.lines)
          order by l.recorded_at, l.id)
        from relief.release l left join relief.warehouse w on w.id = l.warehouse where l.request = q.id), '[]') as releases,
      (select jsonb_build_object('distributedOn', r.distributed_on, 'households', r.households, 'individuals', r.individuals, 'lines', r.lines)
        from relief.request_report r where r.request = q.id) as report
    from relief.request q join organisations.organisation o on o.id = q.organisation
    left join places.place p on p.pcode = q.place and p.valid_to is null
    left join relief.assessment a on a.id = q.assessment
    order by q.year desc, q.number desc limit 2000`)
  return rows.map((row) => clocked(row, now, limits))
}

export type Clock = {
  name: 'decision' | 'dispatch' | 'receipt' | 'report'
  done: number
  medianHours: number | null
  open: number
  oldestOpenHours: number | null
}

const parts: readonly [Clock['name'], keyof RequestRow, keyof RequestRow, readonly string[]][] = [
  ['decision', 'submittedAt', 'decidedAt', undecided],
  ['dispatch', 'decidedAt', 'dispatchedAt', ['approved', 'part_approved', 'released']],
  ['receipt', 'dispatchedAt', 'receivedAt', ['dispatched']],
  ['report', 'receivedAt', 'reportedAt', ['received']],
]

function median(hours: readonly number[]): number | null {
  const sorted = hours.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** From request to decision, to dispatch, to receipt, to report; what is still open is counted with its age and is no part of the median. */
export const clocksOf = (rows: readonly RequestRow[], now: string): Clock[] =>
  parts.map(([name, from, to, waiting]) => {
    const took = rows.flatMap((row) => (row[from] && row[to] ? [hoursBetween(String(row[from]), String(row[to]))] : []))
    const open = rows.flatMap((row) => (waiting.includes(row.state) && row[from] ? [hoursBetween(String(row[from]), now)] : []))
    return { name, done: took.length, medianHours: median(took), open: open.length, oldestOpenHours: open.length > 0 ? Math.max(...open) : null }
  })

export type Note = { month: string; excused: { name: string; organisation: string; words: string }[]; decisionsLate: string[]; reportsLate: string[] }

const nameOf = ({ year, number }: RequestRow) => `${year}/${number}`

/** What the note of the month says about requests: who was let pass without a report and why, and what is late now. */
export function noteOf(rows: readonly RequestShown[], month: string): Note {
  const ofMonth = rows.filter(({ excuse, submittedAt }) => excuse !== null && submittedAt?.startsWith(month))
  return {
    month,
    excused: ofMonth.map((row) => ({ name: nameOf(row), organisation: row.organisationName, words: row.excuse! })),
    decisionsLate: rows.filter(({ decisionLate }) => decisionLate).map(nameOf),
    reportsLate: rows.filter(({ reportLate }) => reportLate).map(nameOf),
  }
}
