/**
 * What the world may read of a survey: figures with their interval and how many answered, never one without the others; who was drawn, how, from what; what was
 * planned before and what after. Small groups and small counts are withheld, with whatever would let a reader work them out.
 */
import type { Count } from '../../../engines/count.ts'
import type { FigureToPublish } from '../../../engines/disclosure/index.ts'
import { type Bilingual, type Db, getRow, type House, isRefused, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { safeCounts } from '../disclose.ts'
import type { PublicRound } from '../publicRound.ts'
import { Operation, operationFacts } from '../round.ts'
import type { Response, ResultLine, SurveyFigure, SurveyResults } from './results.ts'
import type { Draw, SurveyRow } from './survey.ts'
import { surveyMethod, surveyNarrative, unknownGroup } from './surveyText.ts'

/** `small`: fewer answered than the pack's limit. `disclosure`: printing it would tell of somebody. */
export type Withheld = 'small' | 'disclosure'
export type PublicFigure = Omit<SurveyFigure, 'count' | 'warnings' | 'n' | 'nonresponse'> & {
  answerLabel: Bilingual | null
  breakdownLabel: Bilingual | null
  groupLabel: Bilingual | null
  n: Count
  nonresponse: Count
  withheld: Withheld | null
  warnings: Bilingual[]
}
export type PublicLine = Pick<ResultLine, 'code' | 'label' | 'statistic' | 'edition' | 'afterAnswers' | 'reason'> & {
  question: Bilingual
  denominator: Bilingual | null
  figures: PublicFigure[]
}

export type PublicSurvey = {
  format: 'capulana-public-survey-1'
  code: string
  title: Bilingual
  purpose: SurveyRow['purpose']
  population: Bilingual
  languages: string
  operation: PublicRound['operation']
  country: { iso3: string; name: Bilingual }
  from: string
  to: string
  frame: SurveyResults['frame']
  draw: Pick<Draw, 'number' | 'seed' | 'method' | 'hash' | 'plan'> & { setAside: { number: number; seed: string | null; reason: string }[] }
  response: { drawn: number; visited: number; rate: number | null; replacements: number; strata: Pick<Response, 'stratum' | 'drawn' | 'visited' | 'rate'>[] }
  weights: SurveyResults['weights'] & { nonresponse: SurveyResults['weighting']['nonresponse']; fitted: string[] }
  engine: SurveyResults['engine']
  lines: PublicLine[]
  narrative: Bilingual
  method: Record<'pt' | 'en', string[]>
  limitations: Bilingual[]
  minimum: number
  resultsHash: string
  licence: string
  credit: string
  demonstration: PublicRound['demonstration']
}

const whole = '*'
const not = '~'

type Keyed = { figure: SurveyFigure; group: Record<string, string>; cells: { key: Record<string, string>; count: number }[] }

/** Answers that exclude each other add up to those who answered; each of several ticked at once stands against its own "not". */
function keyedFigure(figure: SurveyFigure, isPartition: boolean): Keyed {
  const group: Record<string, string> = { area: whole, ...(figure.breakdown === null ? {} : { [figure.breakdown]: figure.group ?? '?' }) }
  if (figure.count === null) return { figure, group, cells: [] }
  const answer = figure.answer ?? 'yes'
  const key = isPartition ? { ...group, answer } : { ...group, [`is ${answer}`]: answer }
  const rest = isPartition ? [] : [{ key: { ...group, [`is ${answer}`]: not }, count: figure.n - figure.count }]
  return { figure, group, cells: [{ key, count: figure.count }, ...rest] }
}

const idOf = (key: Record<string, string>) => JSON.stringify(Object.entries(key).sort())

/** The figures of one line that may be printed: groups of too few, and counts of too few, with what would give them away. */
async function disclose(figures: readonly SurveyFigure[], limits: { answers: number; count: number }): Promise<Map<SurveyFigure, Withheld | null> | Refused> {
  const shares = figures.filter(({ breakdown, count }) => breakdown === null && count !== null)
  const isPartition = shares.length > 1 && shares.reduce((sum, { count }) => sum + count!, 0) === shares[0]!.n
  const keyed = figures.map((figure) => keyedFigure(figure, isPartition))
  const table = new Map<string, FigureToPublish>()
  for (const { figure, group, cells } of keyed) {
    table.set(idOf(group), { key: group, count: figure.n })
    // Who is one of a handful is told by whatever they said; a group of some more is only too few to estimate from.
    const sensitive = figure.n < limits.count
    for (const { key, count } of cells) table.set(idOf(key), { key, count, sensitive: sensitive && count > 0 })
  }
  const list = [...table.values()]
  const counts = await safeCounts(list, { [whole]: null }, limits.count)
  if ('refused' in counts) return counts
  const safe = new Map(list.map(({ key }, at) => [idOf(key), counts[at]!]))
  return new Map(
    keyed.map(({ figure, group, cells }) => {
      const keys = [group, ...cells.map(({ key }) => key)]
      const isWithheld = keys.some((key) => safe.get(idOf(key)) === 'withheld')
      return [figure, figure.n < limits.answers ? 'small' : isWithheld ? 'disclosure' : null]
    }),
  )
}

const stratumLabel: Bilingual = { pt: 'Estrato', en: 'Stratum' }

function labelsOf({ questions }: SurveyResults, line: ResultLine, figure: SurveyFigure) {
  const choice = (question: string, code: string): Bilingual => questions[question]?.choices.find((each) => each.code === code)?.label ?? { pt: code, en: code }
  const { answer, breakdown, group } = figure
  return {
    answerLabel: answer === null ? null : choice(line.question, answer),
    breakdownLabel: breakdown === null ? null : breakdown === 'stratum' ? stratumLabel : (questions[breakdown]?.label ?? { pt: breakdown, en: breakdown }),
    groupLabel: breakdown === null ? null : group === null ? unknownGroup : breakdown === 'stratum' ? { pt: group, en: group } : choice(breakdown, group),
  }
}

function publicFigure(house: House, results: SurveyResults, line: ResultLine, figure: SurveyFigure, withheld: Withheld | null): PublicFigure {
  const { count: _, warnings, ...rest } = figure
  const shown = {
    ...rest,
    ...labelsOf(results, line, figure),
    withheld,
    warnings: warnings.map(({ code, facts }) => house.catalogue.both(refuse(code, facts))),
  }
  if (withheld === null) return shown
  const nothing = { value: null, low: null, high: null, se: null, deff: null, effective: null }
  return { ...shown, ...nothing, n: 'withheld', nonresponse: 'withheld', warnings: [] }
}

/** Each figure of a line with what withholds it, if anything does. */
export function disclosedFigures(house: House, results: SurveyResults, line: ResultLine): Promise<Map<SurveyFigure, Withheld | null> | Refused> {
  const { surveyMinimum, disclosureMinimum } = house.pack.thresholds
  const figures = results.figures.filter((figure) => figure.line === line.code)
  return disclose(figures, { answers: surveyMinimum, count: disclosureMinimum })
}

async function publicLine(house: House, results: SurveyResults, line: ResultLine): Promise<PublicLine | Refused> {
  const safe = await disclosedFigures(house, results, line)
  if ('refused' in safe) return safe
  const worded = (question: string): Bilingual => results.questions[question]?.label ?? { pt: question, en: question }
  const { code, label, statistic, edition, afterAnswers, reason } = line
  return {
    ...{ code, label, statistic, edition, afterAnswers, reason, question: worded(line.question) },
    denominator: line.denominator === null ? null : worded(line.denominator),
    figures: [...safe].map(([figure, withheld]) => publicFigure(house, results, line, figure, withheld)),
  }
}

const limitations: Bilingual[] = [
  {
    pt: 'São estimativas de uma amostra: o intervalo diz entre que valores está, com 95 % de confiança, o que daria perguntar a todos. Não compare grupos cujos intervalos se sobrepõem.',
    en: 'These are estimates from a sample: the interval says between which values, with 95 % confidence, asking everybody would lie. Do not compare groups whose intervals overlap.',
  },
  {
    pt: 'Um número retido não é zero, e quem não respondeu não disse que não.',
    en: 'A withheld figure is not zero, and whoever did not answer did not say no.',
  },
]

function responseFacts(strata: readonly Response[]): PublicSurvey['response'] {
  const sum = (name: 'drawn' | 'visited' | 'replacements' | 'outOfScope') => strata.reduce((total, line) => total + line[name], 0)
  const rated = strata.filter(({ rate }) => rate !== null)
  // All who answered of all who belong, and not the mean of rates.
  const base = rated.reduce((total, { belonging }) => total + belonging, 0)
  const rate = base > 0 ? rated.reduce((total, line) => total + line.rate! * line.belonging, 0) / base : null
  return {
    ...{ drawn: sum('drawn'), visited: sum('visited'), replacements: sum('replacements'), rate },
    strata: strata.map(({ stratum, drawn, visited, rate: own }) => ({ stratum, drawn, visited, rate: own })),
  }
}

export async function buildSurvey(db: Db, house: House, survey: SurveyRow): Promise<PublicSurvey | Refused> {
  const { results } = survey
  const operation = await getRow(db, Operation, survey.operation)
  const draw = survey.draws.find(({ number }) => number === survey.draw)
  if (!results || !draw || !operation) return refused(refuse('survey.not-approved'))
  if (!survey.collectedFrom || !survey.collectedTo) return refused(refuse('survey.dates-missing'))
  const lines: PublicLine[] = []
  for (const line of results.lines) {
    const made = await publicLine(house, results, line)
    if (isRefused(made)) return made
    lines.push(made)
  }
  const { number, seed, method, hash: frameHash, plan } = draw
  const built = {
    format: 'capulana-public-survey-1' as const,
    ...{ code: survey.code, title: survey.title, purpose: survey.purpose, population: survey.population, languages: survey.languages },
    ...{ operation: operationFacts(operation), country: { iso3: house.pack.country.iso3, name: house.pack.country.names } },
    ...{ from: survey.collectedFrom, to: survey.collectedTo, engine: results.engine, lines },
    frame: results.frame,
    draw: {
      ...{ number, seed, method, hash: frameHash, plan },
      setAside: survey.draws.flatMap((each) => (each.setAside ? [{ number: each.number, seed: each.seed, reason: each.setAside }] : [])),
    },
    response: responseFacts(results.response),
    weights: { ...results.weights, nonresponse: results.weighting.nonresponse, fitted: results.margins.map(({ name }) => name) },
    ...{ limitations, minimum: house.pack.thresholds.surveyMinimum, resultsHash: survey.resultsHash!, demonstration: null },
    ...{ licence: survey.licence?.trim() ?? '', credit: survey.credit?.trim() ?? '' },
  }
  const told = { ...built, lonely: results.lonely }
  return {
    ...built,
    narrative: { pt: surveyNarrative(built, 'pt'), en: surveyNarrative(built, 'en') },
    method: { pt: surveyMethod(told, 'pt'), en: surveyMethod(told, 'en') },
  }
}
