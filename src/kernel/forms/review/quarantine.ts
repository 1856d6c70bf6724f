/**
 * What was kept aside is decided by a person: the one we had stays, this one is taken, or it is withdrawn. Taken, it becomes an instance like any other: an edit
 * of its twin when there is one, else a submission of its own. Nothing is deleted by any of the three.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { answersOf, metaOf, parseInstance, readingOf } from '../../../engines/instance/index.ts'
import type { Actor } from '../../access/actor.ts'
import { canUpdate } from '../../access/rules.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Db, isRefused, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import type { RowOf } from '../../record/record.ts'
import { getRow, insertRow, updateRow } from '../../record/store.ts'
import { refuse } from '../../refusal.ts'
import { Answers } from '../answer.ts'
import { asTheHouse } from '../asTheHouse.ts'
import { understoodQuestions } from '../questionTable.ts'
import { closeContent, mayOpenSealed, openContent } from '../sealedContent.ts'
import { fillFiles, missingOf } from '../sentFiles.ts'
import { Quarantine, Standing, Submission, SubmissionFile } from '../submission.ts'

type Decision = 'kept-other' | 'taken' | 'withdrawn'
type Kept = RowOf<typeof Quarantine>

export const decideQuarantine = (house: House, actor: Actor, id: string, asked: { decision: Decision; note?: string }) =>
  act(house.doors, actor, async (db): Promise<{ decision: Decision; submission: string | null } | Refused> => {
    if (!canUpdate(actor, Quarantine)) return refused(refuse('access.not-allowed', { deed: 'decide', record: Quarantine.name }))
    const kept = await getRow(db, Quarantine, id)
    if (!kept) return refused(refuse('access.not-found'))
    if (kept.sealed && !mayOpenSealed(actor)) return refused(refuse('forms.sealed-for-registrars'))
    await db.rows(sql`select 1 from forms.quarantine where id = ${id} for update`)
    if ((await getRow(db, Quarantine, id))?.decision) return refused(refuse('forms.quarantine-decided', { decision: kept.decision ?? '' }))
    const decided = { decision: asked.decision, decidedBy: actor.userId, decidedAt: new Date().toISOString(), note: asked.note ?? null }
    if (!(await updateRow(db, Quarantine, id, decided))) return refused(refuse('access.not-allowed', { deed: 'decide', record: Quarantine.name }))
    const taken = asked.decision === 'taken' ? await asTheHouse(db, (within) => take(house, within, kept)) : null
    if (isRefused(taken)) return taken
    await audit(db, `quarantine.${asked.decision}`, Quarantine.name, id, { submission: taken })
    return { decision: asked.decision, submission: taken }
  })

type Home = { form: string; class: number; sealed: boolean; version: string | null; understood: string | null }

/** The version that it was filled with; where we never had that one, the newest, which at least names most of its questions. */
const homeOf = (db: Db, { project, formCode, formVersionName }: Kept) =>
  db.one<Home>(sql`
    select f.id as form, f.class, f.sealed, v.id as version, v.understood from forms.form f left join forms.form_version v on v.form = f.id and v.state = 'published'
    where f.code = ${formCode} and (${project}::uuid is null or f.project = ${project}::uuid)
    order by v.name = ${formVersionName ?? ''} desc nulls last, v.published_at desc nulls last limit 1`)

type Known = { id: string; root: string; payloadHash: string }

/** The very same document was accepted after all, from another phone or on a second try: a second one would be counted twice, so it only gives its files. */
async function giveFiles(db: Db, known: Known, kept: Kept): Promise<string> {
  const files = await fillFiles(
    db,
    known.id,
    kept.files.map((file) => ({ ...file, announced: file.sha256 })),
  )
  await db.run(sql`update forms.standing set files_missing = ${missingOf(files).length}, version = version + 1 where current = ${known.id}`)
  return known.root
}

/** What it stands beside: the one that was known when it came, or the one that it edits and that came only later. */
const twinOf = (db: Db, { sibling }: Kept, form: string, replaces: string | null) =>
  db.one<{ id: string; submission: string; current: string; scope: string }>(sql`
    select st.id, st.submission, st.current, st.scope from forms.submission s join forms.standing st on st.submission = coalesce(s.root, s.id)
    where s.id = coalesce(${sibling}::uuid, (select id from forms.submission where form = ${form} and instance_id = ${replaces}))`)

async function take(house: House, db: Db, kept: Kept): Promise<string | Refused> {
  const home = await homeOf(db, kept)
  if (!home?.version) return refused(refuse('forms.quarantine-no-form', { form: kept.formCode }))
  const xml = openContent(house, db.actor, kept)?.xml
  if (xml === undefined) return refused(refuse('forms.sealed-erased'))
  const parsed = parseInstance(xml)
  if ('problem' in parsed) return refused(refuse(parsed.problem.code, parsed.problem.facts))
  const known = await db.one<Known>(sql`
    select id, coalesce(root, id) as root, payload_hash from forms.submission where form = ${home.form} and instance_id = ${kept.instanceId}`)
  if (known?.payloadHash === kept.payloadHash) return giveFiles(db, known, kept)
  const twin = await twinOf(db, kept, home.form, metaOf(parsed.root).replaces)
  const common = { scope: twin?.scope ?? kept.scope, class: Math.max(kept.class, home.class, home.sealed ? 3 : 0), recordedBy: kept.recordedBy }
  const questions = await understoodQuestions(house, home.understood!)
  const { rows } = answersOf(parsed.root, readingOf(questions))
  const id = randomUUID()
  const made = await insertRow(db, Submission, {
    ...common,
    id,
    form: home.form,
    formVersion: home.version,
    // Two documents cannot bear one id: the second one bears the beginning of its content's hash with it.
    instanceId: known ? `${kept.instanceId}#${kept.payloadHash.slice(0, 12)}` : kept.instanceId,
    xml: home.sealed ? '' : xml,
    sealed: home.sealed ? await closeContent(house, id, { xml, rows }) : null,
    payloadHash: kept.payloadHash,
    filesHash: kept.filesHash,
    root: twin?.submission ?? null,
    replaces: twin?.current ?? null,
    device: kept.device,
  })
  for (const { repeat, turn, parentTurn, answers } of home.sealed ? [] : rows)
    await insertRow(db, Answers, { ...common, submission: made.id, form: home.form, repeat, turn, parentTurn, answers })
  for (const [ordinal, file] of kept.files.entries())
    await insertRow(db, SubmissionFile, { ...common, submission: made.id, ordinal, name: file.name, sha256: file.sha256, bytes: file.bytes })
  const filesMissing = kept.files.filter(({ sha256 }) => sha256 === null).length
  if (twin)
    await updateRow(db, Standing, twin.id, {
      current: made.id,
      state: 'edited',
      filesMissing,
      openFindings: 0,
      checkedAt: null,
      decidedBy: null,
      decidedAt: null,
      reason: null,
    })
  else await insertRow(db, Standing, { ...common, submission: made.id, form: home.form, current: made.id, state: 'received', filesMissing, openFindings: 0 })
  await db.run(
    sql`insert into kernel.change (topic, record_id, scope, class) values ('submission', ${twin?.submission ?? made.id}, ${common.scope}, ${common.class})`,
  )
  return twin?.submission ?? made.id
}
