/** The approved results become a public product; a correction is a new version with its note, a withdrawal leaves the page and says why. */
import { sql } from 'kysely'
import { audit, type House, isRefused, oncePerStep, type Refusal, type Refused, refuse, type StepContext } from '../../../kernel/index.ts'
import { canonicalJson, contentHash, publishProduct, sha256, slugOf } from '../../../kernel/publishing.ts'
import { withdrawMicrodata } from './microdata/publishMicrodata.ts'
import { buildSurvey, type PublicSurvey } from './publicSurvey.ts'
import { Survey, type SurveyRow } from './survey.ts'
import { surveyFiles } from './surveyFiles.ts'

export const surveyKind = 'survey'

const houseOf = ({ house }: StepContext) => house as House

const readySurvey = oncePerStep((survey: SurveyRow, context): Promise<PublicSurvey | Refused> => buildSurvey(context.db, houseOf(context), survey))

/** The guard, shown beforehand too. */
export async function publicationObstacles(survey: SurveyRow, context: StepContext): Promise<Refusal[]> {
  if (survey.results && contentHash(survey.results) !== survey.resultsHash) return [refuse('survey.changed-after-approval')]
  const set = await readySurvey(survey, context)
  if (isRefused(set)) return set.refused
  const unlicensed = set.licence === '' || set.credit === '' ? [refuse('round.licence-missing')] : []
  const nothing = set.lines.every(({ figures }) => figures.every(({ withheld, value }) => withheld !== null || value === null))
  return [...unlicensed, ...(nothing ? [refuse('survey.nothing-to-print', { n: set.minimum })] : [])]
}

export async function publishSurvey(survey: SurveyRow, context: StepContext): Promise<Partial<SurveyRow> | Refused> {
  const { db } = context
  const set = await readySurvey(survey, context)
  if (isRefused(set)) return set
  const content = canonicalJson(set)
  const hash = sha256(content)
  const files = await surveyFiles(set, hash)
  if (isRefused(files)) return files
  const slug = slugOf(`${set.country.iso3} survey ${set.code}`)
  await publishProduct(db, houseOf(context).files, {
    ...{ slug, kind: surveyKind, title: set.title, summary: set.narrative, hash, content, files },
    places: [set.country.iso3, ...set.response.strata.map(({ stratum }) => stratum).filter((stratum) => stratum !== 'all')],
    ...{ periodFrom: set.from, periodTo: set.to, licence: set.licence, credit: set.credit, demonstration: false },
    subject: `${Survey.name}:${survey.id}`,
    changeNote: survey.changeNote,
  })
  return { slug, hash, publishedAt: new Date().toISOString(), changeNote: null }
}

/** The page stays and says why; the files stay where a citation finds them. */
export async function withdrawSurvey(survey: SurveyRow, { db, input }: StepContext): Promise<Partial<SurveyRow>> {
  await db.run(
    sql`update kernel.product set withdrawn_at = now(), withdrawn_reason = ${String(input.reason)} where slug = ${survey.slug} and withdrawn_at is null`,
  )
  await withdrawMicrodata(db, survey, String(input.reason))
  await audit(db, 'survey.withdraw', Survey.name, survey.id, { slug: survey.slug ?? '' })
  return {}
}
