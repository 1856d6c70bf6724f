/** What a survey found, as it is approved and then published: figures with their error, how many answered, how the weights were made, and what was planned when. */
import type { DrawPlan, IntervalMethod } from '../../../engines/sampling/index.ts'
import type { Bilingual } from '../../../kernel/index.ts'
import type { SampleFrameRow, statistics } from './sample.ts'
import type { Weighting } from './survey.ts'

export type SurveyFigure = {
  line: string
  /** Of a share: the answer it is the share of; `null` where the plan names the answers together. */
  answer: string | null
  /** `stratum` or the key of a question; without it the figure is of everybody. A group of `null` are those who did not say. */
  breakdown: string | null
  group: string | null
  value: number | null
  low: number | null
  high: number | null
  se: number | null
  deff: number | null
  df: number
  n: number
  /** As many drawn simply would know as much. */
  effective: number | null
  nonresponse: number
  /** Unweighted, of a share. */
  count: number | null
  interval: IntervalMethod | 'woodruff'
  warnings: { code: string; facts: Record<string, string | number> }[]
}

export type ResultLine = {
  code: string
  label: Bilingual
  statistic: (typeof statistics)[number]
  question: string
  denominator: string | null
  answers: string[]
  noAnswer: string[]
  edition: number
  afterAnswers: boolean
  reason: string | null
}

export type Response = {
  stratum: string
  drawn: number
  visited: number
  refused: number
  absent: number
  unreachable: number
  outOfScope: number
  replaced: number
  /** Called up from the reserve. */
  replacements: number
  /** Drawn in the first place, and of the population. */
  belonging: number
  /** Of these, who answered: a replacement never raises it. */
  rate: number | null
}

export type QuestionWords = { label: Bilingual; choices: { code: string; label: Bilingual }[] }

export type SurveyResults = {
  engine: 'capulana-sampling-1'
  plan: DrawPlan
  draw: number
  /** What is said of the frame; the list itself stays in the office. */
  frame: Pick<SampleFrameRow, 'kind' | 'source' | 'unitCount' | 'households' | 'hash' | 'strataBy'> & { withoutSize: number }
  weighting: Weighting
  margins: { name: string; totals: Record<string, number> }[]
  /** Of the weights in use: their sum, least and largest, and how much their spread costs (Kish). */
  weights: { sum: number; least: number; largest: number; spread: number }
  lonely: string[]
  response: Response[]
  lines: ResultLine[]
  figures: SurveyFigure[]
  questions: Record<string, QuestionWords>
  /** Fingerprint of units, chances and answers that these figures were made from. */
  answersHash: string
}
