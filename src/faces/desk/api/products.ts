/** Products, pictures and media requests as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get } from './ask.ts'
import { useDeed } from './useDeed.ts'

export const productKinds = ['story', 'press-release', 'factsheet', 'poster', 'leaflet', 'manual'] as const
export type ProductKind = (typeof productKinds)[number]
export type ProductState =
  | 'planned'
  | 'drafting'
  | 'figures_frozen'
  | 'reviewed'
  | 'translated'
  | 'cleared'
  | 'scheduled'
  | 'published'
  | 'superseded'
  | 'withdrawn'

export type Text = { title: string; summary: string; body: string }
export type Texts = Partial<Record<'pt' | 'en', Text>>
export type OwnFigure = { label: Bilingual; value: number; unit: 'individuals' | 'households' | 'places' | 'other'; source: string }
export type Source = { slug: string; version: number; title: Bilingual; periodTo: string }

export type ProductHead = {
  id: string
  version: number
  number: string
  edition: number
  kind: ProductKind
  name: string
  state: ProductState
  plannedFor: string
  publishOn: string | null
  heldAt: string | null
  original: 'pt' | 'en'
  slug: string | null
  publishedAt: string | null
}
export type Card = ProductHead & { due: string; daysOverdue: number; daysFromFigures: number | null; figures: number | null; missing: SpokenRefusal[] }
export type LateRequest = { id: string; number: string; outlet: string; deadline: string }

export type WholeProduct = ProductHead & {
  texts: Texts
  sources: { slug: string; version: number }[]
  ownFigures: OwnFigure[]
  pictures: string[]
  figures: number | null
  frozen: { hash: string; sources: { slug: string; version: number; title: Bilingual }[] } | null
  joint: boolean
  counterpart: { answer: 'agreed' | 'not-required'; office: string; note: string; on: string } | null
  returnedBecause: string | null
  withdrawnBecause: string | null
  findings: SpokenRefusal[]
  editions: { id: string; edition: number; state: ProductState }[]
}

export const channels = ['portal', 'print', 'press', 'social'] as const
export type Channel = (typeof channels)[number]
export type Picture = {
  id: string
  captionPt: string
  captionEn: string
  place: string
  placeName: string | null
  takenOn: string
  credit: string
  recognisable: number
  children: number
  type: string
  bytes: number
  transcript: Bilingual | null
  removedAt: string | null
  consents: {
    id: string
    who: 'person' | 'guardian' | 'child'
    channels: Channel[]
    fromDay: string
    toDay: string | null
    form: string
    withdrawnAt: string | null
  }[]
  gaps: { who: 'person' | 'guardian' | 'child'; missing: number }[]
  /** For print. */
  printGaps: { who: 'person' | 'guardian' | 'child'; missing: number }[]
  usedIn: { id: string; number: string; edition: number; name: string; state: ProductState; printed: boolean }[]
}

export type MediaRequest = LateRequest & {
  version: number
  receivedAt: string
  language: 'pt' | 'en'
  question: string
  sensitive: boolean
  state: 'received' | 'assigned' | 'drafted' | 'cleared' | 'answered' | 'declined' | 'followed'
  assignedTo: string | null
  answer: string | null
  clearedBy: string | null
  informedOn: string | null
  declinedBecause: string | null
  publishedLink: string | null
  late: boolean
  people: Record<string, string>
}

export const makers = ['communications', 'reportOfficer'] as const

const key = ['publications'] as const
const asked = <T>(path: string, may = true) => ({ queryKey: [...key, path], queryFn: () => get<T>(`/api/publications/${path}`), enabled: may })
export const useCalendar = () => useQuery(asked<{ today: string; products: Card[]; late: LateRequest[] }>('calendar'))
export const useProducts = () => useQuery(asked<{ rows: ProductHead[] }>('product?limit=1000&sort=plannedFor&descending=true'))
export const useProduct = (id: string) => useQuery(asked<WholeProduct>(`products/${id}`))
export const useSources = () => useQuery(asked<Source[]>('sources'))
export const useDownloads = () => useQuery(asked<{ slug: string; month: string; people: number; robots: number }[]>('downloads'))
export type Subscribers = { pt: number; en: number; asked: number; gone: number; stuck: number; mail: boolean }
export const useSubscribers = () => useQuery(asked<Subscribers>('subscribers'))
export const usePictures = () => useQuery(asked<Picture[]>('assets'))
export const useMedia = () => useQuery(asked<MediaRequest[]>('media'))
export const useLateMedia = (may: boolean) => useQuery(asked<LateRequest[]>('media/late', may))
export const useProductDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(key, deed, then)
