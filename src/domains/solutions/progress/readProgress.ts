/** Progress surveys: kept as they were answered, shown criterion by criterion beside the hosts. Two models of an index never stand on one line (specification, 4.6). */
import { sql } from 'kysely'
import { type Composite, type CriterionGap, composite, criterionGap, type SolutionCriterion, solutionCriteria } from '../../../engines/solutions/index.ts'
import { audit, type Db, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { ProgressSurvey, type ProgressSurveyRow } from './progressSurvey.ts'

export type ProgressGiven = Pick<ProgressSurveyRow, 'place' | 'asOf' | 'source' | 'frame' | 'answers' | 'model'> & {
  basis: ProgressSurveyRow['basis'] | 'absence'
}

export async function keepProgress(db: Db, { basis, ...given }: ProgressGiven): Promise<{ id: string } | Refused> {
  if (basis === 'absence') return refused(refuse('solutions.solved-by-absence', { day: given.asOf }))
  const known = await db.one(sql`select 1 from places.place where pcode = ${given.place}`)
  const there = await db.one(sql`
    select 1 from solutions.progress_survey where place = ${given.place} and as_of = ${given.asOf}::date and source = ${given.source}`)
  const twice = new Set(given.answers.map(({ criterion }) => criterion)).size < given.answers.length
  const wrong = given.answers.filter(({ displaced, hosts }) => displaced.yes > displaced.asked || (hosts && hosts.yes > hosts.asked))
  const problems = [
    ...(known ? [] : [refuse('house.place-unknown', { place: given.place })]),
    ...(there ? [refuse('solutions.survey-twice')] : []),
    ...(twice ? [refuse('solutions.criterion-twice')] : []),
    ...(wrong.length > 0 ? [refuse('solutions.more-than-asked', { criteria: wrong.map(({ criterion }) => criterion) })] : []),
  ]
  if (problems.length > 0) return { refused: problems }
  const { id } = await insertRow(db, ProgressSurvey, { scope: given.place, ...given, basis })
  await audit(db, 'progress.keep', ProgressSurvey.name, id)
  return { id }
}

export type CriterionLine = {
  criterion: SolutionCriterion
  question: string | null
  /** Null: not asked. */
  displaced: { yes: number; asked: number } | null
  hosts: { yes: number; asked: number } | null
  gap: CriterionGap | null
}
export type ProgressNow = Omit<ProgressSurveyRow, 'answers'> & { placeName: string | null; criteria: CriterionLine[]; index: Composite | null }

export async function progressNow(db: Db): Promise<ProgressNow[]> {
  const surveys = await db.rows<ProgressSurveyRow & { placeName: string | null }>(sql`
    select s.*, p.name as place_name from solutions.progress_survey s left join places.place p on p.pcode = s.place order by p.name, s.as_of, s.id`)
  return surveys.map(({ answers, ...survey }) => {
    const criteria = solutionCriteria.map((criterion): CriterionLine => {
      const found = answers.find((one) => one.criterion === criterion)
      if (!found) return { criterion, question: null, displaced: null, hosts: null, gap: null }
      const { question, displaced, hosts } = found
      return { criterion, question, displaced, hosts, gap: criterionGap(displaced, hosts) }
    })
    const gaps = Object.fromEntries(criteria.map(({ criterion, gap }) => [criterion, gap]))
    return { ...survey, criteria, index: survey.model ? composite(gaps, survey.model) : null }
  })
}

export type Series = { version: string; points: { place: string; asOf: string; index: Composite }[] }

/** The index of a place over time, as long as one model made all of it. */
export async function indexSeries(db: Db, place: string): Promise<Series | Refused> {
  const points = (await progressNow(db)).filter((survey) => survey.place === place && survey.index !== null)
  const versions = [...new Set(points.map(({ index }) => index!.version))]
  if (versions.length > 1) return refused(refuse('solutions.model-mixed', { versions }))
  if (versions.length === 0) return refused(refuse('solutions.no-index'))
  return { version: versions[0]!, points: points.map(({ asOf, index }) => ({ place, asOf, index: index! })) }
}
