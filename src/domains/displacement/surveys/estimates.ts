/**
 * The figures of the analysis plan: each with its error, and each of everybody and of every group that the plan names. An answer that was not given is none; to be
 * undecided is an answer like any other.
 */
import { type Columns, type Estimate, estimate, type IntervalMethod, type Label, type Query } from '../../../engines/sampling/index.ts'
import { type Refused, refuse, refused } from '../../../kernel/index.ts'
import type { QuestionWords, ResultLine, SurveyFigure } from './results.ts'
import type { AskedUnit, Weighted } from './weights.ts'

export type EstimatedLine = ResultLine & { breakdowns: string[] }

type Told = { weighted: Weighted; questions: Record<string, QuestionWords>; interval: IntervalMethod }

/** The answers to a question, one for each unit; several choices at once stand as an array. */
const valuesOf = (units: readonly AskedUnit[], question: string, noAnswer: readonly string[]): (Label | string[])[] =>
  units.map(({ stratum, answers }) => {
    if (question === 'stratum') return stratum
    const value = answers?.[question]
    if (Array.isArray(value)) return value.length === 0 || value.some((each) => noAnswer.includes(String(each))) ? null : value.map(String)
    if (typeof value === 'number') return value
    if (typeof value === 'boolean') return String(value)
    return typeof value !== 'string' || value === '' || noAnswer.includes(value) ? null : value
  })

const single = (values: readonly (Label | string[])[]): Label[] => values.map((value) => (Array.isArray(value) ? value.join(' ') : value))

/** One where the unit gave any of these answers. */
const given = (values: readonly (Label | string[])[], wanted: readonly string[]): Label[] =>
  values.map((value) => (value === null ? null : Number(wanted.some((one) => (Array.isArray(value) ? value.includes(one) : String(value) === one)))))

/** In the order of the questionnaire; what is not on its list comes after. */
function answersTo({ question, noAnswer }: ResultLine, values: readonly (Label | string[])[], questions: Told['questions']): string[] {
  const listed = (questions[question]?.choices ?? []).map(({ code }) => code).filter((code) => !noAnswer.includes(code))
  const met = values.flatMap((value) => (value === null ? [] : Array.isArray(value) ? value : [String(value)]))
  return [...new Set([...listed, ...met.sort()])]
}

type Ask = { query: Query; columns: Columns; answer: string | null; counted: readonly Label[] | null }

function asksOf(line: ResultLine, { weighted: { units }, questions }: Told): Ask[] {
  const values = valuesOf(units, line.question, line.noAnswer)
  const share = (wanted: readonly string[], answer: string | null): Ask => {
    const counted = given(values, wanted)
    return { query: { proportion: 'asked', is: 1 }, columns: { asked: counted }, answer, counted }
  }
  if (line.statistic === 'share') {
    return line.answers.length > 0 ? [share(line.answers, null)] : answersTo(line, values, questions).map((answer) => share([answer], answer))
  }
  const columns = { asked: single(values), below: single(valuesOf(units, line.denominator ?? line.question, line.noAnswer)) }
  const queries: Record<Exclude<ResultLine['statistic'], 'share'>, Query> = {
    mean: { mean: 'asked' },
    total: { total: 'asked' },
    ratio: { ratio: ['asked', 'below'] },
    median: { quantile: 'asked', at: [0.5] },
  }
  return [{ query: queries[line.statistic], columns, answer: null, counted: null }]
}

const factsOf = (facts: object) => Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string | number] => typeof entry[1] !== 'object'))

function figureOf(line: ResultLine, { answer, counted }: Ask, breakdown: string | null, labels: readonly Label[] | null, found: Estimate): SurveyFigure {
  const group = breakdown === null ? null : (found.group[0] ?? null)
  const inGroup = (at: number) => labels === null || (labels[at] ?? null) === group
  return {
    ...{ line: line.code, answer, breakdown, group: group === null ? null : String(group) },
    ...{ value: found.value, low: found.interval?.low ?? null, high: found.interval?.high ?? null, se: found.se },
    ...{ deff: found.deff, df: found.df, n: found.n, nonresponse: found.nonresponse },
    effective: found.deff === null || found.deff === 0 ? null : found.n / found.deff,
    count: counted === null ? null : counted.filter((value, at) => value === 1 && inGroup(at)).length,
    interval: found.method.interval,
    warnings: found.warnings.map(({ code, facts }) => ({ code, facts: factsOf(facts) })),
  }
}

export function figuresOf(lines: readonly EstimatedLine[], told: Told): SurveyFigure[] | Refused {
  const figures: SurveyFigure[] = []
  for (const line of lines) {
    for (const ask of asksOf(line, told)) {
      for (const breakdown of [null, ...line.breakdowns]) {
        const labels = breakdown === null ? null : single(valuesOf(told.weighted.units, breakdown, []))
        const found = estimate(told.weighted.design, { ...ask.columns, ...(labels ? { group: labels } : {}) }, ask.query, {
          interval: told.interval,
          ...(labels ? { by: ['group'] } : {}),
        })
        // The engine calls the column by its name here; the plan knows the question.
        if ('code' in found) return refused(refuse(found.code, { ...found.facts, ...('column' in found.facts ? { column: line.question } : {}) }))
        figures.push(...found.map((one) => figureOf(line, ask, breakdown, labels, one)))
      }
    }
  }
  return figures
}
