/**
 * From answers to records: the domain's own function gets the current answers and writes its rows; which rows these are is remembered, with the instance, the
 * version and the questions. The second time the same rows are handed to it again, so that an edit makes a new version of a record and never a twin. What no longer
 * holds is taken back the same way.
 */
import { sql } from 'kysely'
import { type Db, isRefused, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { refuse } from '../../refusal.ts'
import { asTheHouse } from '../asTheHouse.ts'
import type { TakenRecord, TakenSubmission, Taker } from '../taker.ts'
import { rowsOfInstance, treeOf } from './currentAnswers.ts'

const takerNamed = (house: House, name: string): Taker | undefined => house.domains.flatMap(({ takers }) => takers ?? []).find((taker) => taker.name === name)

export type Stood = { submission: string; current: string; form: string }
type Described = Omit<TakenSubmission, 'answers' | 'form' | 'id' | 'root'> & {
  formCode: string
  project: string
  taker: string | null
  versionName: string
  formVersion: string
  class: number
}

const standingRecords = (db: Db, submission: string) =>
  db.rows<TakenRecord>(
    sql`select record, record_id as id, paths from forms.origin where submission = ${submission} and taken_back_at is null order by recorded_at, id`,
  )

/** The submission no longer holds: the domain takes its records back, or says why it cannot. Which rows they were stays known. */
export async function takeBackRecords(
  house: House,
  db: Db,
  { submission, form, scope }: Pick<Stood, 'submission' | 'form'> & { scope: string },
): Promise<Refused | null> {
  return asTheHouse(db, async (within) => {
    const before = await standingRecords(within, submission)
    if (before.length === 0) return null
    const { taker: name } = (await within.one<{ taker: string | null }>(sql`select taker from forms.form where id = ${form}`))!
    const taker = takerNamed(house, name ?? '')
    if (!taker) return refused(refuse('forms.taker-unknown', { taker: name ?? '' }))
    const obstacle = await taker.takeBack(within, house, { root: submission, scope }, before)
    if (obstacle) return obstacle
    await within.run(sql`update forms.origin set taken_back_at = now(), version = version + 1 where submission = ${submission} and taken_back_at is null`)
    return null
  })
}

export async function takeRecords(house: House, db: Db, { submission, current, form }: Stood): Promise<TakenRecord[] | Refused> {
  const sent = await db.one<Described>(sql`
    select s.scope, s.class, s.effective_at, s.recorded_by as author, f.code as form_code, f.project, f.taker, v.name as version_name, v.id as form_version
    from forms.submission s join forms.form f on f.id = s.form join forms.form_version v on v.id = s.form_version where s.id = ${current}`)
  if (!sent?.taker) return []
  const taker = takerNamed(house, sent.taker)
  if (!taker) return refused(refuse('forms.taker-unknown', { taker: sent.taker }))
  const rows = (await rowsOfInstance(house, db, current)).map((row) => ({ ...row, answers: row.corrected ?? row.answers }))
  const taken: TakenSubmission = {
    id: current,
    root: submission,
    form: { id: form, code: sent.formCode, version: sent.versionName, project: sent.project },
    scope: sent.scope,
    answers: treeOf(rows),
    effectiveAt: sent.effectiveAt,
    author: sent.author,
  }
  return asTheHouse(db, async (within) => {
    const before = await standingRecords(within, submission)
    const records = await taker.take(within, house, taken, before)
    if (!isRefused(records)) await remember(within, taken, sent, records)
    return records
  })
}

async function remember(db: Db, { id, root, scope }: TakenSubmission, sent: Described, records: readonly TakenRecord[]): Promise<void> {
  if (records.length === 0) return
  const values = records.map(
    ({ record, id: recordId, paths }) =>
      sql`(${scope}, ${sent.class}, ${root}::uuid, ${id}::uuid, ${sent.formVersion}::uuid, ${record}, ${recordId}, ${JSON.stringify(paths ?? {})}::jsonb, 1)`,
  )
  await db.run(sql`
    insert into forms.origin (scope, class, submission, instance, form_version, record, record_id, paths, times) values ${sql.join(values)}
    on conflict (submission, record, record_id) do update set instance = excluded.instance, form_version = excluded.form_version, paths = excluded.paths,
      times = origin.times + 1, taken_back_at = null, version = origin.version + 1`)
  // Rows of an earlier instance that the answers speak of no more.
  await db.run(sql`
    update forms.origin set taken_back_at = now(), version = version + 1 where submission = ${root} and taken_back_at is null
      and not (record || ' ' || record_id = any(${records.map(({ record, id: recordId }) => `${record} ${recordId}`)}::text[]))`)
}
