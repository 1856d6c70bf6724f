/** What happens to units in the field: a visit without answers, a replacement from the reserve in the order drawn, and a choice between two forms for one unit. */
import { sql } from 'kysely'
import { audit, type Db, getRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { SampledUnit, type SampledUnitRow, SurveyAnswer } from './sample.ts'
import { settleStatus } from './takeSurvey.ts'

type InField = { unit: SampledUnitRow; state: string }

async function unitInField(db: Db, id: string): Promise<InField | Refused> {
  const unit = await getRow(db, SampledUnit, id)
  const survey =
    unit && (await db.one<{ state: string; code: string; draw: number }>(sql`select state, code, draw from displacement.survey where id = ${unit.survey}`))
  if (!unit || !survey || survey.draw !== unit.draw) return refused(refuse('access.not-found'))
  return survey.state === 'collecting' ? { unit, state: survey.state } : refused(refuse('survey.not-collecting', { survey: survey.code }))
}

export type HandStatus = 'waiting' | 'refused' | 'absent' | 'unreachable' | 'outOfScope'

/** Of a cluster that nobody can reach, every household that waits is unreachable too. */
export async function setStatus(db: Db, id: string, given: { status: HandStatus; note?: string | undefined }): Promise<{ id: string } | Refused> {
  const found = await unitInField(db, id)
  if ('refused' in found) return found
  const { unit } = found
  if (unit.status === 'visited') return refused(refuse('survey.unit-answered', { unit: unit.code }))
  if (unit.status === 'replaced') return refused(refuse('survey.unit-replaced', { unit: unit.code }))
  await updateRow(db, SampledUnit, id, { status: given.status, note: given.note ?? null })
  if (!unit.asked)
    await db.run(sql`
      update displacement.sampled_unit set status = ${given.status}, version = version + 1
      where survey = ${unit.survey} and draw = ${unit.draw} and stratum = ${unit.stratum} and cluster = ${unit.cluster} and asked and status in ('waiting', 'unreachable')`)
  await audit(db, 'survey.unit-status', SampledUnit.name, id, { status: given.status })
  return { id }
}

/** The next that was drawn and not used: of the same cluster for a household, of the same stratum for a cluster or a unit drawn alone. */
const nextInReserve = (db: Db, { survey, draw, stratum, cluster, asked, stage }: SampledUnitRow): Promise<SampledUnitRow | null> =>
  db.one<SampledUnitRow>(sql`
    select id, code, name, cluster, stratum from displacement.sampled_unit u
    where survey = ${survey} and draw = ${draw} and stratum = ${stratum} and asked = ${asked} and stage = ${stage} and role = 'reserve' and replaces is null
      and status = 'waiting' and (${!asked || cluster === null} or cluster = ${cluster}) order by turn limit 1`)

/** Reserve clusters come in late, or the sample drifts to where it is easy to go (SMART: from one in ten unreachable, or less than 80 % of the sample left). */
async function tooEarly(db: Db, { survey, draw }: SampledUnitRow): Promise<Refused | null> {
  const counts = await db.one<{ clusters: number; lost: number; units: number; gone: number }>(sql`
    select count(*) filter (where not asked)::int as clusters, count(*) filter (where not asked and status in ('unreachable', 'replaced'))::int as lost,
      count(*) filter (where asked)::int as units, count(*) filter (where asked and status not in ('waiting', 'visited'))::int as gone
    from displacement.sampled_unit where survey = ${survey} and draw = ${draw} and role = 'drawn'`)
  const { clusters, lost, units, gone } = counts!
  const allowed = lost >= 0.1 * clusters || gone > 0.2 * units
  return allowed ? null : refused(refuse('survey.reserve-clusters-not-yet', { lost, clusters }))
}

export async function replaceUnit(db: Db, id: string, reason: string): Promise<{ id: string; code: string; name: string } | Refused> {
  const found = await unitInField(db, id)
  if ('refused' in found) return found
  const { unit } = found
  if (['waiting', 'visited', 'replaced'].includes(unit.status)) return refused(refuse('survey.replace-only-lost', { unit: unit.code }))
  const early = unit.asked ? null : await tooEarly(db, unit)
  if (early) return early
  const next = await nextInReserve(db, unit)
  if (!next) return refused(refuse('survey.reserve-empty', { unit: unit.code }))
  await updateRow(db, SampledUnit, id, { status: 'replaced' })
  await updateRow(db, SampledUnit, next.id, { replaces: id, replacementReason: reason })
  if (!unit.asked) await replaceHouseholds(db, unit, next, reason)
  await audit(db, 'survey.replace', SampledUnit.name, id, { by: next.code, reason })
  return { id: next.id, code: next.code, name: next.name }
}

/** The households of the cluster that comes in stand for those of the one that goes: as many as were asked there, in the order drawn. */
async function replaceHouseholds(db: Db, gone: SampledUnitRow, next: Pick<SampledUnitRow, 'cluster'>, reason: string): Promise<void> {
  const within = (cluster: string | null) =>
    sql`survey = ${gone.survey} and draw = ${gone.draw} and stratum = ${gone.stratum} and cluster = ${cluster} and asked`
  await db.run(sql`
    update displacement.sampled_unit set replaces = ${gone.id}, replacement_reason = ${reason}, version = version + 1
    where ${within(next.cluster)} and turn <= (select count(*) from displacement.sampled_unit where ${within(gone.cluster)} and role = 'drawn')`)
  await db.run(sql`update displacement.sampled_unit set status = 'replaced', version = version + 1 where ${within(gone.cluster)} and status <> 'visited'`)
}

export async function chooseAnswer(db: Db, id: string, note: string): Promise<{ id: string } | Refused> {
  const answer = await getRow(db, SurveyAnswer, id)
  if (!answer) return refused(refuse('access.not-found'))
  const found = await unitInField(db, answer.unit)
  if ('refused' in found) return found
  if (answer.outcome !== 'visited') return refused(refuse('survey.answer-without-answers'))
  if (note.trim() === '') return refused(refuse('survey.choice-without-reason'))
  await db.run(sql`update displacement.survey_answer set chosen = false, choice_note = null, version = version + 1 where unit = ${answer.unit} and id <> ${id}`)
  await updateRow(db, SurveyAnswer, id, { chosen: true, choiceNote: note.trim() })
  await settleStatus(db, answer.unit)
  await audit(db, 'survey.choose', SurveyAnswer.name, id)
  return { id }
}
