/** The results framework as the desk reads it: the catalogue, one indicator with its figures, and the records behind a figure. */
import { useQuery } from '@tanstack/react-query'
import type { Achievement } from '../../../engines/indicators/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'
import type { ReportKind } from './strategyReports.ts'
import { useDeed } from './useDeed.ts'

export const unknownReasons = ['no-records', 'denominator-unknown', 'not-reported', 'not-counted'] as const
export type UnknownReason = (typeof unknownReasons)[number]

export type IndicatorValue = {
  id: string
  fromDay: string
  toDay: string
  scope: string
  edition: number
  indicatorVersion: number
  method: 'computed' | 'entered'
  value: number | null
  breakdowns: { by: string; parts: { key: string; value?: number | null; numerator?: number | null; denominator?: number | null }[] }[] | null
  unknown: UnknownReason | null
  numerator: number | null
  denominator: number | null
  expected: number | null
  received: number | null
  evidence: string | null
  note: string | null
  verification: string | null
  state: 'computed' | 'entered' | 'verified' | 'approved' | 'locked'
  recordedAt: string
  records: number | null
}
export type Indicator = {
  code: string
  version: number
  name: Bilingual
  domain: string
  aggregation: 'sum' | 'distinct' | 'ratio' | 'last' | 'max' | 'mean_never'
  unitNames: { one: Bilingual; many: Bilingual }
  direction: 'up' | 'down'
  frequency: 'month' | 'quarter' | 'year'
  counted: Bilingual
  denominator?: Bilingual
  breakdowns: readonly string[]
  standsOnRecords: boolean
}
export type Mark = {
  id: string
  kind: 'baseline' | 'target'
  day: string
  value: number | null
  source: string
  reason: string | null
  replaces: string | null
}
/** What was typed and what the records say, of the same days and place. */
export type Difference = {
  indicator: string
  scope: string
  fromDay: string
  toDay: string
  entered: number | null
  computed: number | null
  evidence: string | null
}
export type FigureWithRecord = Pick<IndicatorValue, 'id' | 'fromDay' | 'toDay' | 'edition' | 'state'> & {
  indicator: string
  reports: { id: string; kind: ReportKind; about: Bilingual | null; fromDay: string; toDay: string; edition: number; slug: string }[]
}
export type MonitoringPlan = { tool: string; sample: string; frequency: Indicator['frequency']; responsible: string; cost: number | null }
export type OneIndicator = {
  indicator: Indicator
  values: IndicatorValue[]
  marks: Mark[]
  standing: { baseline: Mark | null; target: Mark | null }
  achievement: Achievement
  differences: Difference[]
  plan: MonitoringPlan | null
}
export type RecordsBehind = { record: string; domain: string; count: number; readable: number; shown: { id: string; title: string | null }[] }

const resultsKey = ['results'] as const
/** Who reads the figures before they are published. */
export const resultsReaders = ['admin', 'dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'] as const

export const useIndicators = (may: boolean) =>
  useQuery({
    queryKey: [...resultsKey, 'indicators'],
    queryFn: () => get<{ definedBy: Bilingual; indicators: (Indicator & { latest: IndicatorValue | null })[] }>('/api/results/indicators'),
    enabled: may,
  })
export const useIndicator = (code: string) =>
  useQuery({ queryKey: [...resultsKey, 'indicator', code], queryFn: () => get<OneIndicator>(`/api/results/indicators/${code}`), retry: false })
export const useLineage = (value: string) =>
  useQuery({ queryKey: [...resultsKey, 'lineage', value], queryFn: () => get<{ records: RecordsBehind[] }>(`/api/results/lineage/${value}`) })

export const useUsedIn = (record: string, id: string, may: boolean) =>
  useQuery({
    queryKey: [...resultsKey, 'used-in', record, id],
    queryFn: () => get<{ figures: FigureWithRecord[] }>(`/api/results/used-in/${record}/${id}`),
    enabled: may,
    retry: false,
  })

export const useResultsDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(resultsKey, deed, then)
