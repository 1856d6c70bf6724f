/** Messages, campaigns and materials as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Channel, Comprehension, HeardAround, LanguageFit, ReachLine, ReachMethod, Term } from '../../../engines/message/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get } from './ask.ts'
import { useDeed } from './useDeed.ts'

export type MessageText = {
  language: string
  edition: number
  text: string
  saysEdition: number
  stale: boolean
  writer: string | null
  mine: boolean
  backTranslation: string | null
  backTranslator: string | null
}
export type Trial = {
  id: string
  language: string
  edition: number
  day: string
  place: string
  placeName: string | null
  people: string
  comprehension: Comprehension | null
}
export type Message = {
  id: string
  key: string
  topic: string
  sourceLanguage: string
  sourceEdition: number
  factSource: string
  validUntil: string
  factChange: string | null
  texts: MessageText[]
  trials: Trial[]
  outdatedSince: string | null
  approved: boolean
}
export type Campaign = {
  id: string
  name: Bilingual
  objective: string
  audience: string
  literacy: 'reads' | 'hears' | 'both' | 'unknown'
  languages: string[]
  channels: Channel[]
  places: string[]
  budgetLine: string | null
  indicators: string[]
  partner: string | null
  messages: string[]
  messageKeys: string[]
  fromDay: string
  toDay: string
  government: 'not_required' | 'waiting' | 'given'
  governmentWords: string | null
  state: 'planned' | 'cleared' | 'on_air' | 'ended' | 'cancelled'
  writerName: string | null
  clearerName: string | null
  partnerName: string | null
  endedBecause: string | null
  forbids: SpokenRefusal[]
  reach: ReachLine[]
  fits: { place: string; placeName: string | null; fit: LanguageFit | null }[]
  heard: HeardAround
}
export type Delivery = {
  id: string
  campaign: string | null
  channel: Channel
  language: string | null
  placeName: string | null
  place: string
  day: string
  deliverer: string
  quantity: number | null
  reach: number | null
  method: ReachMethod | null
  emergency: boolean
  lookedAt: string | null
  lookedAtBy: string | null
  messageKey: string | null
  itemTitle: Bilingual | null
  mine: boolean
  alarm: boolean
  remindedAt: string | null
  alarmedAt: string | null
}
export type Material = {
  id: string
  code: string
  title: Bilingual
  kind: 'poster' | 'leaflet' | 'audio' | 'video' | 'manual'
  topic: string
  languages: string[]
  message: string | null
  messageKey: string | null
  print: { format: string; pages: number | null; paper: string | null; colours: string | null } | null
  consent: 'no_people' | 'agreed' | 'unknown'
  recalledOn: string | null
  recallReason: string | null
  outdatedSince: string | null
  stock: { place: string; placeName: string; kind: 'bin' | 'quarantine'; quantity: number }[]
  handedOut: { place: string; placeName: string | null; copies: number | null }[]
}

/** Who enters the place of work. */
export const messageReaders = ['communications', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'] as const
const key = ['publications'] as const
export const useMessages = () =>
  useQuery({
    queryKey: [...key, 'messages'],
    queryFn: () => get<{ messages: Message[]; wordsPerSecond: number }>('/api/publications/messages'),
  })
/** The agreed words, which the register of records keeps. */
export const useTerms = () => useQuery({ queryKey: [...key, 'terms'], queryFn: () => get<{ rows: Term[] }>('/api/publications/term?limit=1000') })
export const useCampaigns = () =>
  useQuery({
    queryKey: [...key, 'campaigns'],
    queryFn: () => get<{ campaigns: Campaign[]; deliveries: Delivery[] }>('/api/publications/campaigns'),
  })
export const useEmergencies = () =>
  useQuery({ queryKey: [...key, 'emergencies'], queryFn: () => get<{ deliveries: Delivery[] }>('/api/publications/emergencies') })
export const useMaterials = () => useQuery({ queryKey: [...key, 'materials'], queryFn: () => get<{ items: Material[] }>('/api/publications/materials') })
export const useOutreachDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(key, deed, then)
