/** The board of the pipeline and the gaps, as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Count } from '../../../engines/count.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get, withQuery } from './ask.ts'

export type BoardRow = {
  item: string
  onHand: number
  promised: number
  weeks: number[]
  withUnconfirmed: number[]
  firstWeekWithout: number | null
  firstWeekWithUnconfirmed: number | null
  safetyStock: number | null
  promise: number
  forecast: { week: number; p10: number; p50: number; p90: number; without: number }[]
  monthsOfCover: number | null
}
export type PipelineStage = 'pledged' | 'ordered' | 'shipped' | 'customs' | 'inland' | 'arrived' | 'cancelled'
export type PipelineLine = {
  id: string
  item: string
  /** As promised; what came of it and what is still to come. */
  quantity: number
  received: number
  remaining: number
  donor: string | null
  donorName: string | null
  earliest: string
  likely: string
  latest: string
  stage: PipelineStage
  confidence: number
  isConfirmed: boolean
  warnings: SpokenRefusal[]
}
export type Loss = { item: string; lost: number; damaged: number; handled: number; rate: number | null }
export type Pipeline = {
  weeks: string[]
  names: Record<string, Bilingual>
  board: BoardRow[]
  lines: PipelineLine[]
  losses: { byWarehouse: (Loss & { warehouse: string })[]; byCarrier: (Loss & { carrier: string })[] }
  confidentPercent: number
}

export type Proposal = {
  item: string
  stock: number
  left: number
  lines: {
    to: string
    name: string
    organisation: string
    place: string
    percentLacking: number | null
    need: number
    given: number
    why: { code: 'minimum' | 'weight' | 'whole' | 'nothing'; share: number }
  }[]
}

export type GapRow = {
  district: string
  name: string
  present: Count
  presentFrom: { operation: string; round: number; asOf: string; ageDays: number; slug: string } | null
  reached: number
  reachedMost: number
  reachedFrom: { reports: string[]; handedOver: number; newest: string; ageDays: number } | null
  onTheWay: number
  onTheWayFrom: { requests: string[]; newest: string; ageDays: number } | null
  gap: Count
  over: number
}
export type Gaps = { code: string; rows: GapRow[]; populationDays: number; itemLifeDays: number }

export const usePipeline = () => useQuery({ queryKey: ['relief', 'pipeline'], queryFn: () => get<Pipeline>('/api/relief/pipeline') })
export const useProposal = (item: string, minimum: number) =>
  useQuery({
    queryKey: ['relief', 'proposal', item, minimum],
    queryFn: () => get<Proposal>(withQuery('/api/relief/pipeline/allocation', { item, minimum })),
    enabled: item !== '',
  })
export const useGaps = (code: string) =>
  useQuery({ queryKey: ['relief', 'gaps', code], queryFn: () => get<Gaps>(withQuery('/api/relief/gaps', { code })), enabled: code !== '' })
