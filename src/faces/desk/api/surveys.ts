/** Surveys as the desk reads them: the list, one with its frame and plan, how far collection is, and the results with their intervals. */
import { useQuery } from '@tanstack/react-query'
import type { DrawPlan } from '../../../engines/sampling/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get, withQuery } from './ask.ts'
import { useDeed } from './useDeed.ts'

export type SurveyState = 'designing' | 'drawn' | 'collecting' | 'weighting' | 'approved' | 'published' | 'withdrawn'
export type SurveyPurpose = 'needs' | 'intention' | 'perception' | 'satisfaction'
export type ListedSurvey = {
  id: string
  code: string
  title: Bilingual
  purpose: SurveyPurpose
  state: SurveyState
  operation: string
  units: number
  visited: number
  slug: string | null
}
export type Draw = { number: number; seed: string | null; method: 'drawn' | 'given'; hash: string; at: string; setAside?: string }
export type Survey = Pick<ListedSurvey, 'id' | 'code' | 'title' | 'purpose' | 'state' | 'slug'> & {
  version: number
  operation: string
  aboutSecurity: boolean
  population: Bilingual
  languages: string
  form: string | null
  collectedFrom: string | null
  collectedTo: string | null
  licence: string | null
  credit: string | null
  design: DrawPlan | null
  draw: number
  draws: Draw[]
  protectionReview: { reference: string; on: string; note: string } | null
  weighting: { nonresponse: 'stratum' | 'cluster' | 'none'; fit: { round: string; margins: string[] } | null } | null
}
export type SurveyFrame = {
  kind: 'places' | 'sites' | 'list'
  source: string
  unitCount: number
  households: number
  withoutSize: string[]
  hash: string
  strata: { stratum: string; units: number; households: number }[]
}
export type PlanLine = {
  code: string
  edition: number
  label: Bilingual
  statistic: 'share' | 'mean' | 'total' | 'ratio' | 'median'
  question: string
  denominator: string | null
  breakdowns: string[]
  afterAnswers: boolean
  reason: string | null
}
export type QuestionWords = { label: Bilingual; choices: { code: string; label: Bilingual }[] }
export type SurveyDetail = {
  survey: Survey
  frame: SurveyFrame | null
  plan: PlanLine[]
  questions: Record<string, QuestionWords>
  forms: { id: string; title: string; code: string }[]
  rounds: { id: string; assessmentType: string; number: number; reportingDate: string | null }[]
}
export type SurveyUnit = {
  id: string
  code: string
  name: string
  stratum: string
  cluster: string | null
  asked: boolean
  role: 'drawn' | 'reserve'
  status: 'waiting' | 'visited' | 'refused' | 'absent' | 'unreachable' | 'outOfScope' | 'replaced'
  note: string | null
  replaces: string | null
}
export type ProgressLine = {
  stratum: string
  cluster: string | null
  clusterName: string | null
  drawn: number
  visited: number
  refused: number
  absent: number
  unreachable: number
  outOfScope: number
  replaced: number
  replacements: number
  waiting: number
}
export type SurveyProgress = { lines: ProgressLine[]; response: { stratum: string; rate: number | null }[]; units: SurveyUnit[] }
export type SurveyFigure = {
  line: string
  answer: string | null
  breakdown: string | null
  group: string | null
  value: number | null
  low: number | null
  high: number | null
  deff: number | null
  n: number
  nonresponse: number
}
export type SurveyResults = {
  figures: SurveyFigure[]
  lines: Pick<PlanLine, 'code' | 'label' | 'statistic' | 'question' | 'afterAnswers'>[]
  questions: Record<string, QuestionWords>
  weights: { sum: number; least: number; largest: number; spread: number }
  lonely: string[]
}
export type SurveyStep = {
  name: string
  label: Bilingual
  to: SurveyState
  asks: Record<string, { label: Bilingual; required: boolean }>
  obstacles: SpokenRefusal[]
}
export type TwiceAnswered = { id: string; unit: string; name: string; day: string | null; chosen: boolean | null; answers: Record<string, unknown> }
export type SampleSize = { n: number; z: number; simple: number; withDesign: number; withPopulation: number }
type Operation = { id: string; name: string }

const surveysKey = ['displacement', 'surveys'] as const
const address = (id: string, part = '') => `/api/displacement/surveys/${id}${part}`

export const useSurveys = () =>
  useQuery({ queryKey: [...surveysKey, 'list'], queryFn: () => get<{ surveys: ListedSurvey[]; operations: Operation[] }>('/api/displacement/surveys') })
export const useSurvey = (id: string) => useQuery({ queryKey: [...surveysKey, id], queryFn: () => get<SurveyDetail>(address(id)) })
export const useSurveySteps = (id: string, may: boolean) =>
  useQuery({ queryKey: [...surveysKey, id, 'steps'], queryFn: () => get<SurveyStep[]>(`/api/displacement/survey/${id}/steps`), enabled: may })
export const useProgress = (id: string) =>
  useQuery({ queryKey: [...surveysKey, id, 'progress'], queryFn: () => get<SurveyProgress>(address(id, '/progress')), refetchInterval: 60_000 })
export const useTwiceAnswered = (id: string, may: boolean) =>
  useQuery({ queryKey: [...surveysKey, id, 'choices'], queryFn: () => get<{ answers: TwiceAnswered[] }>(address(id, '/choices')), enabled: may })
export const useResults = (id: string) =>
  useQuery({
    queryKey: [...surveysKey, id, 'results'],
    queryFn: () => get<{ approved: boolean; results: SurveyResults | null; obstacles?: SpokenRefusal[] }>(address(id, '/results')),
  })
export const useSampleSize = (given: Record<string, string>) =>
  useQuery({
    queryKey: [...surveysKey, 'size', given],
    queryFn: () => get<SampleSize>(withQuery('/api/displacement/surveys/size', given)),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** A deed on a survey: afterwards everything that shows surveys is read anew. */
export const useSurveyDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(surveysKey, deed, then)
