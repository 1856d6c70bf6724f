/** Event tracking as the desk reads it: the situation of an operation, its alerts, and how events stand beside two rounds. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Count } from '../../../engines/count.ts'
import type { Day, Line, MovementKind, Sum } from '../../../engines/movements/summary.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get } from './ask.ts'
import { useDeed } from './useDeed.ts'

export type SeenMovement = {
  id: string
  kind: MovementKind
  day: string
  place: string
  fromName: string | null
  toName: string | null
  households: number | null
  individuals: number | null
  confidence: 'high' | 'medium' | 'low' | null
  recordedAt: string
  recordedByName: string | null
  withdrawnReason: string | null
}
export type NamedLine = Line & { fromName: string | null; toName: string | null }

export type Situation = {
  operation: { id: string; name: string }
  sums: (Sum & { kind: MovementKind })[]
  days: Day[]
  lines: NamedLine[]
  movements: SeenMovement[]
  lastReport: string | null
  waiting: number
}

export type Alert = {
  id: string
  operation: string
  number: number
  periodFrom: string
  periodTo: string
  narrative: Bilingual | null
  needs: string[] | null
  state: 'draft' | 'released' | 'withdrawn'
  slug: string | null
  releasedAt: string | null
  version: number
}
type PrintedSum = { kind: MovementKind; movements: number; individuals: Count; unsized: number; households: Count; withoutHouseholds: number }
export type AlertSet = {
  operation: { name: string }
  sums: PrintedSum[]
  lines: (PrintedSum & { fromName: string | null; toName: string | null })[]
  narrative: Bilingual
  demonstration: unknown
}
export type AlertPreview = { alert: Alert; set: AlertSet | null; messages: Bilingual | null; obstacles: SpokenRefusal[] }

export type ReconciledRow = {
  pcode: string
  name: string
  before: Count
  after: Count
  arrived: Sum
  left: Sum
  expected: number | null
  residual: number | null
  why: 'not-covered' | 'unknown-stock' | 'unknown-size' | null
}
type End = { id: string; number: number; day: string }

export const eventsKey = ['displacement', 'events'] as const

export type TrackedOperation = { id: string; name: string; movements: number; lastDay: string | null }
export const useTracked = () =>
  useQuery({ queryKey: [...eventsKey, 'operations'], queryFn: () => get<{ operations: TrackedOperation[] }>('/api/displacement/events') })

export const useSituation = (operation: string, from: string, to: string) =>
  useQuery({
    queryKey: [...eventsKey, 'situation', operation, from, to],
    queryFn: () => get<Situation>(`/api/displacement/events/situation?${new URLSearchParams({ operation, from, to })}`),
    enabled: operation !== '' && from !== '' && to !== '',
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })

export const useAlerts = () =>
  useQuery({
    queryKey: [...eventsKey, 'alerts'],
    queryFn: () => get<{ rows: Alert[] }>('/api/displacement/movement-alert?sort=periodTo&descending=true&limit=200'),
  })
export const useAlert = (id: string) =>
  useQuery({ queryKey: [...eventsKey, 'alert', id], queryFn: () => get<AlertPreview>(`/api/displacement/alerts/${id}/preview`) })

export const useReconciled = (from: string, to: string) =>
  useQuery({
    queryKey: [...eventsKey, 'reconcile', from, to],
    queryFn: () => get<{ from: End; to: End; rows: ReconciledRow[] }>(`/api/displacement/events/reconcile?${new URLSearchParams({ from, to })}`),
    enabled: from !== '' && to !== '',
  })

/** A deed on events: afterwards everything that shows them is read anew. */
export const useEventDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(eventsKey, deed, then)
