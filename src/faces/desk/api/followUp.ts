/** The bench of verification and the board of learning, as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'
import type { Difference, IndicatorValue } from './results.ts'

export type WaitingFigure = Pick<
  IndicatorValue,
  'id' | 'scope' | 'fromDay' | 'toDay' | 'edition' | 'value' | 'unknown' | 'state' | 'method' | 'numerator' | 'denominator'
> & { indicator: string; before: number | null; moved: number | null; odd: boolean; mine: boolean }
export type SilentIndicator = { indicator: string; lastDay: string | null; responsible: string | null }
export type CheckedIndicator = {
  indicator: string
  day: string | null
  lowest: number | null
  of: string[]
  sampleSize: number | null
  sampleAgreed: number | null
}
export type VisitDue = { id: string; title: string; due: string; overdue: boolean; activityName: Bilingual | null }
export type Bench = {
  waiting: WaitingFigure[]
  visits: VisitDue[]
  differences: Difference[]
  silent: SilentIndicator[]
  checks: CheckedIndicator[]
  oddPercent: number
}

export type Risk = {
  id: string
  title: string
  likelihood: number
  impact: number
  score: number
  harm: boolean
  mitigation: string
  owner: string
  reviewOn: string
  reviewOverdue: boolean
  standing: 'open' | 'happened' | 'closed'
}
export type Recommendation = {
  id: string
  words: string
  evaluationTitle: string
  response: string | null
  action: string | null
  owner: string | null
  due: string | null
  done: string | null
  state: 'open' | 'answered' | 'done'
  overdue: boolean
}
export type Lesson = { id: string; kind: string; title: string; area: number; happened: string; advice: string; strength: string; answers: number }
export type LearningBoard = { risks: Risk[]; evaluations: { id: string; title: string; day: string }[]; recommendations: Recommendation[]; lessons: Lesson[] }

export const useBench = () => useQuery({ queryKey: ['results', 'bench'], queryFn: () => get<Bench>('/api/results/bench') })
export const useLearning = () => useQuery({ queryKey: ['results', 'learning'], queryFn: () => get<LearningBoard>('/api/results/learning') })
