/** Flow monitoring as the desk reads it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Count } from '../../../engines/count.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'
import { eventsKey } from './events.ts'

export type FlowPointFigure = {
  code: string
  name: string
  place: string
  corridor: string | null
  sessions: number
  hours: number
  observed: Count
  uncounted: number
  perHour: number | null
  coverage: number
  estimate: Count
  method: 'counted' | 'extrapolated' | 'not-observed'
  status: 'open' | 'partial' | 'closed' | null
  restrictions: string | null
}
export type FlowCell = { from: string | null; to: string | null; fromName: Bilingual; toName: Bilingual; people: number; uncounted: number }
export type FlowPicture = {
  points: FlowPointFigure[]
  cells: FlowCell[]
  summed: string[]
  people: number
  uncounted: number
  map: { svg: string; outside: { fromName: Bilingual; toName: Bilingual; people: number }[] } | null
  season:
    | { state: 'shown'; years: number; known: number; steps: number; times: { time: number; percent: number }[] }
    | { state: 'not-yet'; known: number; needed: number }
    | { state: 'gaps'; known: number; steps: number }
  interviews: { n: Count; tables: { question: string; label: Bilingual; answers: { code: string | null; label: Bilingual; n: Count }[] }[] }
  lastDay: string | null
  bulletins: { id: string; kind: 'week' | 'month'; periodFrom: string; periodTo: string; slug: string }[]
}

export const useFlows = (from: string, to: string, kind: 'week' | 'month', lang: 'pt' | 'en') =>
  useQuery({
    queryKey: [...eventsKey, 'flows', from, to, kind, lang],
    queryFn: () => get<FlowPicture>(`/api/displacement/flows?${new URLSearchParams({ from, to, kind, lang })}`),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
