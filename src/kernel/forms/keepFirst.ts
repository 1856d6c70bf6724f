/**
 * The first time that a document comes: one statement writes the document, where it stands, its files, its typed answers, its receipt, the line of the feed
 * and the line of the audit, or nothing at all. The database decides whether it is the first; reading first and writing later would lose that race.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inOneJourney } from '../db/oneJourney.ts'
import { act, type Refused } from '../db/transaction.ts'
import { type Arrival, onBehalfOf, type Received, receiptOf } from './arrival.ts'
import { stillStands } from './formToFill.ts'
import { filesHashOf } from './receipts.ts'
import { closeContent } from './sealedContent.ts'
import { missingOf, namedFiles } from './sentFiles.ts'

/** Of a sealed form nothing stays clear but what a queue needs: the closed box stands where document, answers and name of the instance would. */
async function contentOf({ house, reading, envelope, form, document }: Arrival, id: string) {
  if (!form.sealed) return { xml: envelope.xml, sealed: null, rows: reading.rows, instanceName: document.meta.instanceName?.slice(0, 500) ?? null }
  return { xml: '', sealed: await closeContent(house, id, { xml: envelope.xml, rows: reading.rows }), rows: [], instanceName: null }
}

/** The answers as rows; findings that a look at the clock gives stand beside them. */
const rowsOf = (arrival: Arrival, kept: Arrival['reading']['rows']) => ({
  answers: JSON.stringify(kept.map(({ repeat, turn, parentTurn, answers }) => ({ repeat, turn, parent_turn: parentTurn, answers }))),
  files: JSON.stringify(arrival.declared.map(({ name, sha256, bytes }, ordinal) => ({ ordinal, name, sha256, bytes }))),
  findings: JSON.stringify([
    ...arrival.clocks,
    ...(arrival.document.meta.encrypted ? [{ path: '', code: 'forms.encrypted', severity: 'note', facts: {} }] : []),
  ]),
})

export type Replacing = { base: string; root: string; standing: string }

/** `taken`: another document holds this id, this number of the phone, or has replaced the same one. `changed`: the form is not what it was a moment ago. */
export type Kept = Received | 'taken' | 'changed'

export async function keepFirst(arrival: Arrival, deviceSeq: number | null, replacing?: Replacing): Promise<Kept | Refused> {
  const { house, actor, document, envelope, form } = arrival
  const { instanceId, payloadHash, meta } = document
  const id = randomUUID()
  const content = await contentOf(arrival, id)
  const missing = missingOf(arrival.declared)
  const outcome = missing.length > 0 ? 'stored' : 'complete'
  const receipt = receiptOf(arrival, outcome, arrival.declared)
  const rows = rowsOf(arrival, content.rows)
  const openFindings = arrival.clocks.length
  const device = actor.device ?? null
  const author = actor.userId
  const audited = JSON.stringify({ via: envelope.via, device, files: arrival.declared.length, missing: missing.length })
  const common = sql`${arrival.scope}, ${form.class}::smallint`
  const statement = sql`/*= keep-first */
      with fresh as (
        insert into forms.submission (id, scope, class, effective_at, recorded_at, form, form_version, instance_id, server_seq, xml, sealed, payload_hash, files_hash,
          root, replaces, device, device_seq, client, started_at, finished_at, elapsed_ms, instance_name)
        select ${id}::uuid, ${common}, ${arrival.effectiveAt}::timestamptz, ${arrival.receivedAt}::timestamptz, ${form.form}::uuid, ${form.formVersion}::uuid, ${instanceId},
          ${arrival.serverSeq}::int, ${content.xml}, ${content.sealed}::text, ${payloadHash}, ${filesHashOf(namedFiles(arrival.declared))}, ${replacing?.root ?? null}::uuid, ${replacing?.base ?? null}::uuid,
          ${device}::uuid, ${deviceSeq}::int, ${envelope.client?.slice(0, 300) ?? null}, ${arrival.startedAt}::timestamptz, ${arrival.finishedAt}::timestamptz,
          ${elapsed(envelope.elapsedMs)}::int, ${content.instanceName}::text
        where ${stillStands(actor, form)}
        on conflict do nothing returning id
      ), standing as (
        insert into forms.standing (scope, class, effective_at, submission, form, current, state, files_missing, open_findings, checked_at)
        select ${common}, ${arrival.effectiveAt}::timestamptz, id, ${form.form}::uuid, id, 'received', ${missing.length}::int, ${openFindings}::int,
          case when ${meta.encrypted}::boolean then now() end
        from fresh where ${replacing === undefined}::boolean
      ), files as (
        insert into forms.submission_file (scope, class, submission, ordinal, name, sha256, bytes)
        select ${common}, fresh.id, n.ordinal, n.name, n.sha256, n.bytes
        from fresh, jsonb_to_recordset(${rows.files}::jsonb) as n(ordinal integer, name text, sha256 text, bytes integer)
      ), kept as (
        insert into kernel.file (sha256, bytes, kind)
        select distinct on (n.sha256) n.sha256, coalesce(n.bytes, 0), 'submission'
        from fresh, jsonb_to_recordset(${rows.files}::jsonb) as n(sha256 text, bytes bigint) where n.sha256 is not null on conflict do nothing
      ), answers as (
        insert into forms.answers (scope, class, effective_at, submission, form, repeat, turn, parent_turn, answers)
        select ${common}, ${arrival.effectiveAt}::timestamptz, fresh.id, ${form.form}::uuid, n.repeat, n.turn, n.parent_turn, n.answers
        from fresh, jsonb_to_recordset(${rows.answers}::jsonb) as n(repeat text, turn integer, parent_turn integer, answers jsonb)
      ), findings as (
        insert into forms.finding (scope, class, submission, path, code, severity, facts, state)
        select ${common}, fresh.id, n.path, n.code, n.severity, n.facts, 'open'
        from fresh, jsonb_to_recordset(${rows.findings}::jsonb) as n(path text, code text, severity text, facts jsonb)
      ), receipt as (
        insert into forms.receipt (scope, class, form_code, instance_id, payload_hash, outcome, text, key_id, signature, submission)
        select ${common}, ${document.form}, ${instanceId}, ${payloadHash}, ${outcome}, ${receipt.text}, ${receipt.keyId}, ${receipt.signature}, id from fresh
        on conflict do nothing
      ), change as (
        insert into kernel.change (topic, record_id, scope, class)
        select 'submission', coalesce(${replacing?.root ?? null}::uuid, id)::text, ${common} from fresh
      ), line as (
        insert into kernel.audit (who, role, deed, record, record_id, facts)
        select ${author}::uuid, ${actor.roles.join(' ')}, ${replacing ? 'submission.edit' : 'submission.receive'}, 'forms.submission', id::text, ${audited}::jsonb from fresh
      )
      select exists (select 1 from fresh) as fresh, ${stillStands(actor, form)} as stands`
  const kept = (written: Written | null | undefined): Kept =>
    !written!.stands ? 'changed' : !written!.fresh ? 'taken' : { outcome, receipt, missing, submission: id, instanceId }
  if (!replacing) return kept((await inOneJourney<Written>(house.doors, onBehalfOf(actor), statement))[0])
  return act<Kept>(house.doors, onBehalfOf(actor), async (db) => {
    const answer = kept(await db.one<Written>(statement))
    if (typeof answer === 'string') return answer
    await db.run(sql`
      update forms.standing set current = ${id}, state = 'edited', files_missing = ${missing.length}, checked_at = null, decided_by = null, decided_at = null, reason = null,
        effective_at = ${arrival.effectiveAt}::timestamptz, scope = ${arrival.scope}, open_findings = ${openFindings}, version = version + 1
      where id = ${replacing.standing}`)
    return answer
  })
}

type Written = { fresh: boolean; stands: boolean }

const elapsed = (ms: number | undefined): number | null => (ms !== undefined && Number.isInteger(ms) && ms >= 0 && ms < 2 ** 31 ? ms : null)
