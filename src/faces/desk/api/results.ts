/** The results framework as the desk reads it: the catalogue, one indicator with its figures, and the records behind a figure. */
import { useQuery } from '@tanstack/react-query'
import type { Achievement } from '../../../engines/indicators/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'
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
export type OneIndicator = {
  indicator: Indicator
  values: IndicatorValue[]
  marks: Mark[]
  standing: { baseline: Mark | null; target: Mark | null }
  achievement: Achievement
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

export const useResultsDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(resultsKey, deed, then)
