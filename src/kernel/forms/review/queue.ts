/**
 * What waits for a reviewer: one line for each submission, flagged ones first or the newest first, filtered by state, form, place, phone, flag, and by any answer.
 * Pages go by the last line seen, so that a submission that arrives meanwhile shifts nothing.
 */
import { type RawBuilder, sql } from 'kysely'
import { readableRows } from '../../access/rules.ts'
import { type Db, isRefused, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { isId } from '../../record/record.ts'
import { refuse } from '../../refusal.ts'
import { filterCondition } from '../odata/filterSql.ts'
import { shapeOf } from '../questionTable.ts'
import { Standing } from '../submission.ts'

export type QueueQuery = {
  form?: string
  state?: string[]
  /** An area and everything inside. */
  place?: string
  device?: string
  person?: string
  /** The code of an open finding; `any` for all that have one. */
  flag?: string
  training?: boolean
  /** In the words of the feed's `$filter`; needs a form. */
  filter?: string
  limit: number
  after?: string
}

export type QueueLine = {
  submission: string
  current: string
  form: string
  formTitle: string
  instanceId: string
  instanceName: string | null
  state: string
  scope: string
  receivedAt: string
  updatedAt: string
  effectiveAt: string | null
  startedAt: string | null
  finishedAt: string | null
  elapsedMs: number | null
  device: string | null
  deviceLabel: string | null
  sentBy: string | null
  filesMissing: number
  openFindings: number
  flags: string[]
  edits: number
  corrections: number
  reason: string | null
}

const wordOf = (line: Pick<QueueLine, 'openFindings' | 'receivedAt' | 'submission'>) =>
  Buffer.from(JSON.stringify([line.openFindings > 0, line.receivedAt, line.submission])).toString('base64url')

/** Null: no page begins there. */
function pageAfter(word: string): [boolean, string, string] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(word, 'base64url').toString('utf8'))
    if (!Array.isArray(read)) return null
    const [flagged, at, id] = read as unknown[]
    return typeof flagged === 'boolean' && typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof id === 'string' && isId(id)
      ? [flagged, at, id]
      : null
  } catch {
    return null
  }
}

const idOrNothing = (id: string) => (isId(id) ? sql`${id}::uuid` : sql`null::uuid`)

async function conditions(house: House, db: Db, query: QueueQuery): Promise<RawBuilder<unknown>[] | Refused> {
  const readable = readableRows(db.actor, Standing)
  if (!readable) return refused(refuse('access.not-allowed', { deed: 'read', record: Standing.name }))
  const found: RawBuilder<unknown>[] = [readable]
  if (query.form) found.push(sql`r.form = ${idOrNothing(query.form)}`)
  if (query.state?.length) found.push(sql`r.state = any(${query.state}::text[])`)
  if (query.place) found.push(sql`r.scope collate "C" >= ${query.place} and r.scope collate "C" < ${`${query.place}~`}`)
  if (query.device) found.push(sql`s.device = ${idOrNothing(query.device)}`)
  if (query.person) found.push(sql`f.recorded_by = ${idOrNothing(query.person)}`)
  if (query.flag === 'any') found.push(sql`r.open_findings > 0`)
  else if (query.flag) found.push(sql`exists (select 1 from forms.finding g where g.submission = r.current and g.state = 'open' and g.code = ${query.flag})`)
  if (query.filter) {
    const shape = query.form && isId(query.form) ? await shapeOf(house, db, query.form) : null
    if (!shape) return refused(refuse('forms.filter-needs-form'))
    if (shape.sealed) return refused(refuse('forms.sealed-no-filter'))
    const top = shape.tables[0]!
    const condition = filterCondition(query.filter, shape, top)
    if (isRefused(condition)) return condition
    found.push(sql`exists (select 1 from forms.answers a where a.submission = r.current and a.repeat = '' and ${condition})`)
  }
  return found
}

export async function reviewQueue(house: House, db: Db, query: QueueQuery): Promise<{ lines: QueueLine[]; next: string | null } | Refused> {
  const where = await conditions(house, db, query)
  if (isRefused(where)) return where
  const after = query.after === undefined ? undefined : pageAfter(query.after)
  if (after === null) return refused(refuse('forms.page-unknown'))
  if (after) where.push(sql`((r.open_findings > 0), f.recorded_at, r.submission) < (${after[0]}::boolean, ${after[1]}::timestamptz, ${after[2]}::uuid)`)
  const lines = await db.rows<QueueLine>(sql`
    select r.submission, r.current, r.form, m.title as form_title, f.instance_id, s.instance_name, r.state, r.scope,
      date_trunc('milliseconds', f.recorded_at) as received_at, greatest(s.recorded_at, r.decided_at) as updated_at, s.effective_at, s.started_at, s.finished_at,
      s.elapsed_ms, s.device, (select d.label from forms.device d where d.id = s.device) as device_label,
      (select p.name from kernel.person p where p.id = f.recorded_by) as sent_by, r.files_missing, r.open_findings, r.reason,
      array(select distinct g.code from forms.finding g where g.submission = r.current and g.state = 'open') as flags,
      (select count(*) from forms.submission e where e.root = r.submission) as edits,
      (select count(*) from forms.correction c where c.submission = r.current and c.change_type <> 'no_action') as corrections
    from forms.standing r join forms.submission f on f.id = r.submission join forms.submission s on s.id = r.current join forms.form m on m.id = r.form
    where ${sql.join(where, sql` and `)}
    order by (r.open_findings > 0) desc, f.recorded_at desc, r.submission desc limit ${query.limit + 1}`)
  const shown = lines.slice(0, query.limit)
  return { lines: shown, next: lines.length > query.limit ? wordOf(shown.at(-1)!) : null }
}
