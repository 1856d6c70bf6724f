/** Distributions as the desk reads them: figures for all who see stock, households by number for who leads. */
import { useQuery } from '@tanstack/react-query'
import { get } from './ask.ts'
import { useDeed } from './useDeed.ts'

export const safetyPoints = ['water', 'shade', 'separateQueue', 'complaintDesk', 'exits', 'noPhotographs', 'pseaNotice'] as const

type ItemLine = { item: string; quantity: number }
export type Distribution = {
  id: string
  code: string
  name: string
  place: string
  point: string
  day: string
  state: string
  modality: 'in_kind' | 'cash' | 'voucher' | 'mixed'
  packages: { from: number; to?: number; lines: ItemLine[] }[]
  consultation: { heldOn: string; women: number; men: number; girls: number; boys: number; leaders: number; agreed: string } | null
  safety: string[]
  listHash: string | null
  blanket: boolean
  selection: string | null
}
export type Variance = {
  id: string
  label: string
  item: string
  lot: string
  received: number
  handed: number
  returned: number
  damaged: number
  expected: number
  counted: number
  variance: number
  explanation: string | null
  state: 'fits' | 'unexplained' | 'explained' | 'signed'
}
export type Tablet = {
  id: string
  device: string
  label: string
  state: string
  lastHeardAt: string | null
  facts: number
  held: { item: string; lot: string; quantity: number }[]
}
export type DistributionDay = {
  distribution: Distribution
  counts: Record<'listed' | 'verified' | 'served' | 'noShow' | 'refused' | 'waiting' | 'exceptions' | 'doubleServices', number>
  tablets: Tablet[]
  lines: Variance[]
}
export type DayHouseholds = {
  doubleService: { household: string; line: number; item: string; entitled: number; handed: number; devices: string[] }[]
  exceptions: { id: string; household: string; item: string; quantity: number; reason: string; state: string; label: string }[]
  collectors: { collector: string; households: number }[]
}
export type Choices = { phones: { id: string; label: string }[]; shelves: { code: string; name: string | null; item: string; lot: string; quantity: number }[] }
type SelectionHere = { id: string; programme: string; number: number; selected: number; publishedAt: string }

export const distributionsAt = '/api/relief/distributions'
export const useDistributions = () =>
  useQuery({ queryKey: ['relief', 'distributions'], queryFn: () => get<{ distributions: Distribution[] }>(distributionsAt) })
export const useDistributionDay = (id: string) =>
  useQuery({ queryKey: ['relief', 'distributions', id], queryFn: () => get<DistributionDay>(`${distributionsAt}/${id}`) })
export const useDayHouseholds = (id: string, enabled: boolean) =>
  useQuery({ queryKey: ['relief', 'distributions', id, 'households'], queryFn: () => get<DayHouseholds>(`${distributionsAt}/${id}/households`), enabled })
export const useChoices = (id: string) =>
  useQuery({ queryKey: ['relief', 'distributions', id, 'choices'], queryFn: () => get<Choices>(`${distributionsAt}/${id}/choices`) })

export const useSelectionsFor = (id: string) =>
  useQuery({
    queryKey: ['relief', 'distributions', id, 'selections'],
    queryFn: () => get<{ selections: SelectionHere[] }>(`${distributionsAt}/${id}/selections`),
  })

export const useReliefDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(['relief'], deed, then)
