/** One submission as a reviewer needs it: what it says today and where each value comes from, what is doubted, what was said about it, and its whole history. */
import { sql } from 'kysely'
import { changesBetween, parseInstance } from '../../../engines/instance/index.ts'
import { type Db, isRefused, type Refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { asTheHouse } from '../asTheHouse.ts'
import { questionsOf } from '../questionTable.ts'
import { openContent, openFacts, sealOf } from '../sealedContent.ts'
import { currentRows, rowsOfInstance } from './currentAnswers.ts'
import { pointsTaken } from './pointsTaken.ts'
import { mayOpenFiles } from './sentFile.ts'
import { standingOf } from './standing.ts'

const instances = (db: Db, submission: string) =>
  db.rows<{
    id: string
    instanceId: string
    version: string
    at: string
    by: string | null
    device: string | null
    startedAt: string | null
    finishedAt: string | null
    elapsedMs: number | null
    client: string | null
    xml: string
    sealed: string | null
  }>(sql`
    select s.id, s.instance_id, v.name as version, s.recorded_at as at, (select p.name from kernel.person p where p.id = s.recorded_by) as by,
      (select d.label from forms.device d where d.id = s.device) as device, s.started_at, s.finished_at, s.elapsed_ms, s.client, s.xml, s.sealed
    from forms.submission s join forms.form_version v on v.id = s.form_version where s.id = ${submission} or s.root = ${submission} order by s.server_seq`)

export async function oneSubmission(house: House, db: Db, submission: string) {
  const standing = await standingOf(db, submission)
  if (isRefused(standing)) return standing
  const { current } = standing
  const current_ = await db.one<{ formVersion: string; formTitle: string; makerChecker: boolean; restricted: boolean }>(sql`
    select s.form_version, f.title as form_title, f.maker_checker, f.restricted from forms.submission s join forms.form f on f.id = s.form where s.id = ${current}`)
  const rows = await rowsOfInstance(house, db, current)
  const first = current === submission ? rows : await rowsOfInstance(house, db, submission)
  const findings = await db.rows<Record<string, unknown> & { code: string; facts: Record<string, never> }>(sql`
    select id, path, code, severity, facts, state, answer, answered_at, (select p.name from kernel.person p where p.id = answered_by) as answered_by
    from forms.finding where submission = ${current} order by state = 'open' desc, severity, path`)
  for (const finding of findings) finding.facts = openFacts(house, db.actor, current, finding.facts) as Record<string, never>
  const sent = await instances(db, submission)
  const questions = await questionsOf(house, db, current_!.formVersion)
  const now = currentRows(rows, first)
  return {
    standing,
    formTitle: current_!.formTitle,
    makerChecker: current_!.makerChecker,
    questions,
    rows: now,
    points: pointsTaken(house, questions, now),
    /** `open`, `closed` to this reader, or `erased`; null: its form is not sealed. */
    sealed: sealOf(house, db.actor, sent.at(-1)!),
    instances: sent.map(({ xml: _, sealed: __, ...instance }) => instance),
    findings: house.catalogue.worded(findings),
    notes: await db.rows(sql`
      select n.id, n.path, n.words, n.recorded_at as at, n.resolved_at, (select p.name from kernel.person p where p.id = n.recorded_by) as by
      from forms.note n where n.submission = ${submission} order by n.recorded_at`),
    files: await db.rows(sql`select id, ordinal, name, sha256, bytes from forms.submission_file where submission = ${current} order by ordinal`),
    mayOpenFiles: mayOpenFiles(db, current_!.restricted),
    records: await db.rows(
      sql`select record, record_id, paths, times, recorded_at, taken_back_at from forms.origin where submission = ${submission} order by recorded_at`,
    ),
  }
}

type Event = { at: string; by: string | null; deed: string; facts: Record<string, unknown> }

/** Everything that ever happened to it, oldest first; each edit with what it changed, path by path. */
export async function historyOf(house: House, db: Db, submission: string): Promise<{ events: Event[] } | Refused> {
  const standing = await standingOf(db, submission)
  if (isRefused(standing)) return standing
  const sent = await instances(db, submission)
  const documents = sent.map((instance) => openContent(house, db.actor, instance)?.xml ?? '')
  const events: Event[] = sent.map(({ at, by, device, id, instanceId, version }, n) => ({
    at,
    by: by ?? device,
    deed: n === 0 ? 'received' : 'edited',
    facts: { instance: id, instanceId, version, ...(n === 0 ? {} : { changes: changesIn(documents[n - 1]!, documents[n]!) }) },
  }))
  const ids = sent.map(({ id }) => id)
  events.push(
    ...(await db.rows<Event>(sql`
      select c.recorded_at as at, (select p.name from kernel.person p where p.id = c.recorded_by) as by, 'corrected' as deed,
        jsonb_build_object('path', c.path, 'turn', c.turn, 'before', c.before, 'after', c.after, 'changeType', c.change_type, 'reason', c.reason, 'rule', c.rule) as facts
      from forms.correction c where c.submission = any(${ids}::uuid[])`)),
    ...(await db.rows<Event>(sql`
      select g.answered_at as at, (select p.name from kernel.person p where p.id = g.answered_by) as by, g.state as deed,
        jsonb_build_object('finding', g.code, 'path', g.path, 'answer', g.answer) as facts
      from forms.finding g where g.submission = any(${ids}::uuid[]) and g.answered_at is not null`)),
    ...(await db.rows<Event>(sql`
      select n.recorded_at as at, (select p.name from kernel.person p where p.id = n.recorded_by) as by, 'noted' as deed,
        jsonb_build_object('path', n.path, 'words', n.words, 'resolvedAt', n.resolved_at) as facts
      from forms.note n where n.submission = ${submission}`)),
    // Decisions stand in the audit alone; whoever sees the submission may know who decided it.
    ...(await asTheHouse(db, (within) =>
      within.rows<Event>(sql`
        select u.at, (select p.name from kernel.person p where p.id = u.who) as by, u.deed, u.facts from kernel.audit u
        where u.record = 'forms.standing' and u.record_id = ${standing.id}`),
    )),
  )
  return { events: events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }
}

function changesIn(before: string, after: string) {
  const [older, newer] = [parseInstance(before), parseInstance(after)]
  return 'root' in older && 'root' in newer ? changesBetween(older.root, newer.root) : []
}
