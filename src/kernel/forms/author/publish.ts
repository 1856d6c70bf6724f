/**
 * From draft to the field: publishing refuses what would make answers unreadable or numbers doubtful, and says why. A version that went out never changes and
 * is accepted for ever; closing gives no blanks any more, and still takes what was begun.
 */
import { sql } from 'kysely'
import type { Question } from '../../../engines/xlsform/index.ts'
import type { Actor } from '../../access/actor.ts'
import { canUpdate } from '../../access/rules.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Db, isRefused, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { updateRow } from '../../record/store.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { Form, FormVersion } from '../form.ts'
import { attachmentsOf, filesNeeded } from './attachments.ts'
import { withSetting } from './cells.ts'
import type { VersionRow } from './compiled.ts'
import { changeDraft } from './draft.ts'
import { belowRoot, type Drift, driftBetween } from './drift.ts'
import { draftOf, type FormRow, formById, publishedOf, understoodBy } from './find.ts'

/** The draft against the version in the field; null: nothing was published yet. */
export async function driftOf(db: Db, house: House, form: string, draft: VersionRow): Promise<Drift | null> {
  const [before] = await publishedOf(db, form)
  if (!before) return null
  const [earlier, now] = await Promise.all([understoodBy(house, before), understoodBy(house, draft)])
  const drift = driftBetween({ name: before.name, questions: earlier.questions }, now.questions)
  return { ...drift, choicesRemoved: await withAnswers(db, form, drift.choicesRemoved, earlier.questions) }
}

/** How many answers chose what the new version no longer offers: they stay, and stay readable. */
async function withAnswers(db: Db, form: string, removed: Drift['choicesRemoved'], before: readonly Question[]): Promise<Drift['choicesRemoved']> {
  if (removed.length === 0) return []
  const asked = removed.map(({ path, choice }, i) => {
    const repeat = belowRoot(before.find((question) => belowRoot(question.path) === path)?.repeat ?? '')
    return { i, repeat, key: repeat ? path.slice(repeat.length + 1) : path, choice }
  })
  const counted = await db.rows<{ i: number; n: number }>(sql`
    select r.i, count(*) as n from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r(i int, repeat text, key text, choice text)
    join forms.answers a on a.form = ${form} and regexp_replace(a.repeat, '^/[^/]*/?', '') = r.repeat and a.answers -> r.key @> to_jsonb(r.choice)
    group by r.i`)
  return removed.map((each, i) => ({ ...each, answers: counted.find((row) => row.i === i)?.n ?? 0 }))
}

async function publishRefusals(db: Db, house: House, form: FormRow, draft: VersionRow, note: string): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  if (form.state === 'retired') refusals.push(refuse('forms.retired', { form: form.title }))
  if (note.trim() === '') refusals.push(refuse('forms.publish-without-note'))
  if (draft.refusals > 0) return [...refusals, refuse('forms.draft-refused', { n: draft.refusals })]
  if (draft.name.trim() === '') refusals.push(refuse('forms.version-missing'))
  const same = (await publishedOf(db, form.id)).find(({ name }) => name === draft.name)
  if (same)
    refusals.push(
      same.xform === draft.xform ? refuse('forms.version-unchanged', { version: draft.name }) : refuse('forms.version-taken', { version: draft.name }),
    )
  const drift = await driftOf(db, house, form.id, draft)
  for (const { path, before, after } of drift?.retyped ?? []) refusals.push(refuse('forms.drift', { path, before, after, version: drift!.against }))
  const attached = new Set((await attachmentsOf(db, draft.id)).map(({ fileName }) => fileName))
  const missing = (await filesNeeded(house, draft)).filter((name) => !attached.has(name))
  if (missing.length > 0) refusals.push(refuse('forms.attachments-missing', { files: missing }))
  const asked = (await understoodBy(house, draft)).questions
  if (form.sealed) refusals.push(...againstSealing(asked))
  const questions = new Set(asked.map(({ path }) => path))
  for (const path of [form.placeQuestion, form.dateQuestion]) if (path && !questions.has(path)) refusals.push(refuse('forms.question-gone', { path }))
  return refusals
}

/** Files and items of lists lie outside the box that a sealed form is kept in. */
function againstSealing(questions: readonly Question[]): Refusal[] {
  const withFile = questions.filter(({ answer }) => answer === 'binary').map(({ name }) => name)
  const saved = questions.filter(({ saveTo }) => saveTo).map(({ name }) => name)
  return [
    ...(withFile.length > 0 ? [refuse('forms.sealed-without-files', { questions: withFile })] : []),
    ...(saved.length > 0 ? [refuse('forms.sealed-without-lists', { questions: saved })] : []),
  ]
}

/** Everything that forbids it now; a note is asked for at the moment of publishing. */
export const obstaclesToPublish = (db: Db, house: House, form: FormRow, draft: VersionRow) => publishRefusals(db, house, form, draft, 'asked later')

export type Publication = { note: string; version?: string }

export async function publishForm(
  house: House,
  actor: Actor,
  id: string,
  { note, version }: Publication,
): Promise<{ version: string; name: string } | Refused> {
  if (version !== undefined) {
    const numbered = await changeDraft(house, actor, id, (workbook) => withSetting(workbook, 'version', version))
    if (isRefused(numbered)) return numbered
  }
  return act(house.doors, actor, async (db) => {
    if (!canUpdate(actor, Form)) return refused(refuse('access.not-allowed', { deed: 'publish', record: Form.name }))
    const form = await formById(db, id)
    if (!form) return refused(refuse('access.not-found'))
    const draft = await draftOf(db, id)
    if (!draft) return refused(refuse('forms.no-draft'))
    const refusals = await publishRefusals(db, house, form, draft, note)
    if (refusals.length > 0) return refused(...refusals)
    const drift = await driftOf(db, house, id, draft)
    const { name } = (await updateRow(db, FormVersion, draft.id, {
      ...{ state: 'published', publishedAt: new Date().toISOString(), publishedBy: actor.userId, note, drift: drift as Record<string, unknown> | null },
    }))!
    await db.run(sql`delete from forms.trial where form_version = ${draft.id}`)
    await updateRow(db, Form, id, { state: 'published' })
    await audit(db, 'form.publish', Form.name, id, { version: name })
    return { version: draft.id, name }
  })
}

const moves = {
  close: { from: ['published'], to: 'closed' },
  reopen: { from: ['closed'], to: 'published' },
  retire: { from: ['draft', 'published', 'closed'], to: 'retired' },
} as const
export type Move = keyof typeof moves

export async function moveForm(house: House, actor: Actor, id: string, move: Move): Promise<{ state: string } | Refused> {
  return act(house.doors, actor, async (db) => {
    if (!canUpdate(actor, Form)) return refused(refuse('access.not-allowed', { deed: move, record: Form.name }))
    const form = await formById(db, id)
    if (!form) return refused(refuse('access.not-found'))
    const { from, to } = moves[move]
    if (!(from as readonly string[]).includes(form.state)) return refused(refuse('forms.not-now', { state: form.state }))
    await updateRow(db, Form, id, { state: to })
    await audit(db, `form.${move}`, Form.name, id)
    return { state: to }
  })
}
