/** Durable solutions as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get } from './ask.ts'

export const solutionsOfficers = ['solutions'] as const
export const solutionsReaders = ['solutions', 'clusterCoordinator', 'governmentReviewer', 'chief', 'monitoring'] as const

export type BuildingStage = 'foundation' | 'frame' | 'roof' | 'finished' | 'inspected'
type FirstPass = { first: number; passed: number; rate: number | null }
type Outcome = 'sound' | 'damaged' | 'empty' | 'not_found'
export type Programme = {
  programme: string
  percent: number | null
  houses: number
  handedOver: number
  stopped: number
  passed: Record<BuildingStage, number>
  firstPass: Record<BuildingStage, FirstPass>
  yearAfter: { due: number; checked: number; sustained: number; shares: Record<Outcome, number> | null }
}
export type HouseLine = {
  id: string
  programme: string
  number: string
  place: string
  placeName: string | null
  state: string
  design: string | null
  openDefects: number
}
export type ItemAnswer = 'pass' | 'fail' | 'not_applicable' | 'not_seen'
type ChecklistItem = { code: string; label: Bilingual; vital: boolean }
export type Defect = {
  id: string
  stage: BuildingStage
  item: string
  fixBy: string
  repairedOn: string | null
  state: 'open' | 'repaired' | 'seen_repaired'
}
export const contractKinds = ['mason', 'enterprise', 'transport'] as const
export type Tranche = {
  id: string
  stage: BuildingStage
  amount: number
  currency: string
  state: 'waiting' | 'approved' | 'paid'
  contract: string
  contractNumber: string
  party: string
  contractKind: (typeof contractKinds)[number]
  orderReference: string | null
  approver: string | null
  payer: string | null
}
export type Material = { item: string; quantity: number }
export type Design = {
  id: string
  code: string
  edition: number
  name: Bilingual
  areaM2: number
  rooms: number
  materials: Material[]
  hazardFeatures: string[]
  accessibility: string | null
  cost: number | null
  currency: string | null
  pricesOf: string | null
  sessions: string | null
  licence: string | null
}
export type Drawing = { id: string; type: string; bytes: number; words: string; licence: string }
export type HouseFile = {
  id: string
  programme: string
  number: string
  place: string
  placeName: string | null
  household: string | null
  designName: string | null
  coachName: string | null
  state: string
  inspections: {
    id: string
    stage: BuildingStage
    attempt: number
    passed: boolean
    seenOn: string
    by: string | null
    items: { code: string; answer: ItemAnswer; note: string | null; photo: string | null }[]
  }[]
  defects: Defect[]
  tenure: { id: string; kind: string; bothSpouses: string; document: string; conflict: string; checkedOn: string }[]
  tranches: Tranche[]
  checklist: Record<BuildingStage, ChecklistItem[]>
}
export type Locality = {
  id: string
  programme: string
  place: string
  placeName: string | null
  choice: number
  criteria: { code: string; kind: 'yes' | 'each'; points: number; atMost?: number }[]
  answers: { code: string; answer: boolean | number | null; evidence: string | null }[]
  hazards: { kind: string; mitigation: string | null; districtSigned: string | null }[]
  minutes: { on: string; with: string; present: number | null; words: string }[]
  landConflict: 'yes' | 'no' | 'unknown'
  state: string
  score: { least: number; most: number }
  others: string[]
  district: string | null
  districtName: string | null
  area: string | null
  point: [number, number] | null
  /** Null: no month of the 4W, so nobody knows. */
  present: { month: string; sectors: { sector: string; organisations: number }[] } | null
}
export type ComparedLocality = {
  id: string
  before: { least: number; most: number }
  after: { least: number; most: number }
  change: 'enters' | 'leaves' | 'stays' | 'stays_out' | 'open'
  ask: string[]
}
export type Pathway = {
  id: string
  household: string
  kind: string
  destination: string
  destinationName: string | null
  adults: string[]
  missing: string[]
  consents: { id: string; adult: string; givenOn: string; withdrawnOn: string | null; language: string }[]
  information: { safety: string | null; services: string | null; land: string | null }
  underQuestion: string | null
  state: string
}
type Share = { yes: number; asked: number }
export type ProgressSurvey = {
  id: string
  place: string
  placeName: string | null
  asOf: string
  source: string
  criteria: {
    criterion: string
    question: string | null
    displaced: Share | null
    hosts: Share | null
    gap: { gap: number; interval: { low: number; high: number } } | null
  }[]
  index: { version: string; value: number | null; band: { low: number; high: number } | null } | null
}

/** What came from a phone and did not fit; `content` is the phone's own JSON. */
export type Aside = {
  id: string
  kind: 'design' | 'step' | 'inspect' | 'repair' | 'tenure' | 'consent' | 'withdraw'
  saidAt: string
  recordedAt: string
  content: string
  reasons: SpokenRefusal[]
  by: string | null
  house: string | null
  number: string | null
  programme: string | null
  household: string | null
}

export const useAside = (isAsked: boolean) =>
  useQuery({ queryKey: ['solutions', 'aside'], queryFn: () => get<{ aside: Aside[] }>('/api/solutions/aside'), enabled: isAsked })
export const useHouses = () =>
  useQuery({ queryKey: ['solutions', 'houses'], queryFn: () => get<{ programmes: Programme[]; houses: HouseLine[] }>('/api/solutions/houses') })
export const useHouse = (id: string) =>
  useQuery({ queryKey: ['solutions', 'house', id], queryFn: () => get<HouseFile>(`/api/solutions/houses/${id}/file`), retry: false })
export const useDesigns = () =>
  useQuery({ queryKey: ['solutions', 'designs'], queryFn: () => get<{ rows: Design[] }>('/api/solutions/house-design?limit=500&sort=code') })
export const useDrawings = (design: string) =>
  useQuery({
    queryKey: ['solutions', 'drawings', design],
    queryFn: () => get<{ drawings: Drawing[]; open: boolean }>(`/api/solutions/designs/${design}/drawings`),
  })
export const useLocalities = () =>
  useQuery({ queryKey: ['solutions', 'localities'], queryFn: () => get<{ localities: Locality[] }>('/api/solutions/localities') })
export const usePathways = () => useQuery({ queryKey: ['solutions', 'pathways'], queryFn: () => get<{ pathways: Pathway[] }>('/api/solutions/pathways') })
export const useProgress = () => useQuery({ queryKey: ['solutions', 'progress'], queryFn: () => get<{ surveys: ProgressSurvey[] }>('/api/solutions/progress') })
export type Assessment = {
  id: string
  place: string
  placeName: string | null
  assessedOn: string
  material: string
  shopsAble: number | null
  shopsNeeded: number | null
  note: { proposed: 'cash_or_voucher' | 'in_kind' | 'not_decidable'; ask: string[]; because: string[] }
}
export const useMarkets = () => useQuery({ queryKey: ['solutions', 'markets'], queryFn: () => get<{ assessments: Assessment[] }>('/api/solutions/markets') })
