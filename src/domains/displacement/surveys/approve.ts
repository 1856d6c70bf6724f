/**
 * From answers to results: margins from the frozen round, weights, the figures of the plan, and the fingerprint of what they were made from. What is approved is kept
 * as it is; nobody works the figures out a second time to publish them.
 */
import { sql } from 'kysely'
import { codeOfChoice, type Db, type House, isRefused, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { canonicalJson, sha256 } from '../../../kernel/publishing.ts'
import { treeOfCountry } from '../areas.ts'
import { responseOf, unitsOf } from './answered.ts'
import { figuresOf } from './estimates.ts'
import { frameOf, householdsByStratum } from './frame.ts'
import { planOf, questionsOfSurvey } from './plan.ts'
import type { SurveyResults } from './results.ts'
import type { SampleFrameRow } from './sample.ts'
import type { Draw, SurveyRow, Weighting } from './survey.ts'
import { type AskedUnit, type KnownMargin, type Weighted, weigh } from './weights.ts'

async function marginsOf(db: Db, house: House, frame: SampleFrameRow, fit: NonNullable<Weighting['fit']>): Promise<KnownMargin[] | Refused> {
  const round = await db.one<{ number: number; frozenHash: string | null }>(
    sql`select number, frozen_hash from displacement.round where id::text = ${fit.round}`,
  )
  if (!round) return refused(refuse('access.not-found'))
  if (!round.frozenHash) return refused(refuse('survey.round-not-frozen', { round: round.number }))
  const margins: KnownMargin[] = []
  const unknown: string[] = []
  for (const name of fit.margins) {
    const found =
      name === 'stratum'
        ? await householdsByStratum(db, await treeOfCountry(db, house.pack.country), fit.round, frame)
        : await householdsBySetting(db, fit.round)
    unknown.push(...found.filter(({ households }) => households === null).map(({ label }) => label))
    margins.push({
      name,
      question: name === 'stratum' ? null : (fit.settingQuestion ?? ''),
      totals: Object.fromEntries(found.map(({ label, households }) => [label, households ?? 0])),
    })
  }
  return unknown.length > 0 ? refused(refuse('survey.total-unknown', { groups: unknown })) : margins
}

/** A place whose setting nobody said makes the margin unusable: its households would be nowhere. */
const householdsBySetting = (db: Db, round: string) =>
  db.rows<{ label: string; households: number | null }>(sql`
    select coalesce(setting, '?') as label, case when setting is null or bool_or(households is null) then null else sum(households)::int end as households
    from displacement.presence_cell where round = ${round} and population_group = 'IDP' group by setting order by setting`)

/** Phones know choices without blanks; the round knows the codes of the country. */
const settingsAsCodes = (house: House, units: AskedUnit[], question: string | undefined): AskedUnit[] =>
  units.map((unit) => {
    const choice = question === undefined ? null : unit.answers?.[question]
    const code = typeof choice === 'string' ? codeOfChoice(house.pack.codeLists.get('setting'), choice) : null
    return code === null ? unit : { ...unit, answers: { ...unit.answers, [question!]: code } }
  })

const weightsOf = ({ design: { weights } }: Weighted): SurveyResults['weights'] => {
  let [sum, squares, least, largest] = [0, 0, Number.POSITIVE_INFINITY, 0]
  for (const weight of weights) {
    sum += weight
    squares += weight * weight
    least = Math.min(least, weight)
    largest = Math.max(largest, weight)
  }
  return { sum, least, largest, spread: (weights.length * squares) / (sum * sum) }
}

const answersHash = (units: readonly AskedUnit[]): string =>
  sha256(canonicalJson(units.map(({ code, stratum, cluster, weight, status, answers }) => [code, stratum, cluster, weight, status, answers])))

type WeightedNow = { weighted: Weighted; draw: Draw; how: Weighting; frame: SampleFrameRow; margins: KnownMargin[]; answersHash: string }

/** The answers as they stand, weighted as was said. */
export async function weightedNow(db: Db, house: House, survey: SurveyRow): Promise<WeightedNow | Refused> {
  const [draw, how] = [survey.draws.find(({ number }) => number === survey.draw), survey.weighting]
  if (!draw) return refused(refuse('survey.not-drawn'))
  if (!how) return refused(refuse('survey.weighting-missing'))
  const frame = await frameOf(db, survey.id, draw.frame)
  if (!frame) return refused(refuse('survey.frame-missing'))
  const margins = how.fit ? await marginsOf(db, house, frame, how.fit) : []
  if (isRefused(margins)) return margins
  const units = await unitsOf(db, survey)
  const weighted = weigh(how.fit?.margins.includes('setting') ? settingsAsCodes(house, units, how.fit.settingQuestion) : units, draw.plan, how, margins)
  return isRefused(weighted) ? weighted : { weighted, draw, how, frame, margins, answersHash: answersHash(units) }
}

export async function workOut(db: Db, house: House, survey: SurveyRow): Promise<SurveyResults | Refused> {
  const now = await weightedNow(db, house, survey)
  if (isRefused(now)) return now
  const { weighted, draw, how, margins } = now
  const lines = await planOf(db, survey.id)
  if (lines.length === 0) return refused(refuse('survey.plan-missing'))
  const questions = await questionsOfSurvey(db, house, survey)
  const isSimple = draw.plan.kind === 'simple' && margins.length === 0
  const figures = figuresOf(lines, { weighted, questions, interval: isSimple ? 'wilson' : 'logit' })
  if (isRefused(figures)) return figures
  const { kind, source, unitCount, households, hash, strataBy, withoutSize } = now.frame
  const used = new Set(lines.flatMap(({ question, denominator, breakdowns }) => [question, denominator, ...breakdowns]))
  return {
    ...{ engine: 'capulana-sampling-1', plan: draw.plan, draw: draw.number, weighting: how, margins: margins.map(({ name, totals }) => ({ name, totals })) },
    frame: { kind, source, unitCount, households, hash, strataBy, withoutSize: withoutSize.length },
    ...{ weights: weightsOf(weighted), lonely: weighted.lonely, response: await responseOf(db, survey), figures },
    lines: lines.map(({ code, label, statistic, question, denominator, answers, noAnswer, edition, afterAnswers, reason }) => ({
      ...{ code, label, statistic, question, denominator, answers, noAnswer, edition, afterAnswers, reason },
    })),
    questions: Object.fromEntries(Object.entries(questions).filter(([key]) => used.has(key))),
    answersHash: now.answersHash,
  }
}
