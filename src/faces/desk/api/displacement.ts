/** The displacement domain's answers as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Count } from '../../../engines/count.ts'
import type { RoundState } from '../../../engines/rounds/states.ts'
import type { Bilingual, Facts } from '../../../kernel/shared.ts'
import type { CoverageCounts } from '../../ui/Coverage.tsx'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import type { Terms } from '../../ui/TermsBar.tsx'
import { get, withQuery } from './ask.ts'

export type Round = {
  id: string
  version: number
  operation: string
  assessmentType: 'BA' | 'SA' | 'ETT'
  number: number
  edition: number
  unitLevel: string
  plannedFrom: string | null
  plannedTo: string | null
  collectedFrom: string | null
  collectedTo: string | null
  reportingDate: string | null
  state: RoundState
  formVersion: string | null
  comparedWith: string | null
  frozenHash: string | null
  narrative: Bilingual | null
  changeNote: Bilingual | null
  slug: string | null
}

export type Operation = {
  id: string
  name: string
  countryName: Bilingual
  status: string
  demonstration: boolean
  sensitivity?: string
  licence?: string | null
  credit?: string | null
}

export type Change =
  | { fromRound: number; computable: true; terms: Terms; byArea?: { pcode: string; name: string; terms: Terms }[] }
  | { fromRound: number; computable: false; why: Bilingual; rawIndividuals: number | null }

export type Situation = {
  operation: { name: string; demonstration: boolean }
  round: Pick<Round, 'number' | 'assessmentType' | 'reportingDate' | 'state' | 'slug'> & { id: string | null }
  individuals: Count | null
  households: Count | null
  coverage: CoverageCounts
  change: Change | null
  areas: { pcode: string; name: string; level: number; individuals: Count }[]
}

export type Waiting = {
  kind: 'step' | 'finding' | 'import'
  round: { id: string; number: number; operationName: string } | null
  import?: { id: string } | null
  text: Bilingual
  count: number
}

export type District = {
  pcode: string
  name: string
  province: string
  expected: number
  assessed: number
  carriedForward: number
  notAssessed: number
  closed: number
  waiting: number
  errors: number
  warnings: number
  /** Forms of phones for places of this district. */
  formsReceived: number
  formsApproved: number
  individuals: Count | null
  households: Count | null
  previousIndividuals: Count | null
}

export type Endorsement = {
  office: string
  decision: 'endorsed' | 'endorsed_with_reservations' | 'returned'
  decidedOn: string
  placeName: string | null
  text: string | null
  frozenHash: string
}

export type Workbench = {
  round: Round
  operation: Operation
  counts: CoverageCounts & { merged: number; empty: number; waiting: number }
  totals: { households: Count | null; individuals: Count | null }
  previous: { id: string; number: number; individuals: Count | null; households: Count | null } | null
  districts: District[]
  endorsements: Endorsement[]
}

export type Measure = 'households' | 'individuals' | 'females' | 'males'
export type Cell = { id: string; reasons: string[]; originName: string | null } & Record<Measure, number | null>

export type PlaceLine = {
  line: string
  place: string
  pcode: string
  name: string
  outcome: string | null
  reason: string | null
  sourceRound: number | null
  access: string | null
  note: string | null
  team?: string | null
  method: string | null
  previousIndividuals: Count | null
  previousHouseholds: Count | null
  cells: Cell[]
  findings: number
  version: number
} & Record<Measure, Count | null>

export type Finding = {
  id: string
  code: string
  severity: 'error' | 'warning' | 'note'
  placeName: string | null
  pcode: string | null
  sentence: Bilingual
  facts: Facts
  disposition: string | null
  note: string | null
  decidedByName: string | null
}

export type Asked = { kind: string; label: Bilingual; required: boolean; values?: string[]; list?: string; letters?: number }
export type Step = { name: string; label: Bilingual; to: RoundState; asks: Record<string, Asked>; obstacles: SpokenRefusal[] }

export type ComparedPlace = {
  place: string
  pcode: string
  name: string
  district: string | null
  from: Count | null
  to: Count | null
  change: number | null
  group: 'common' | 'new' | 'lost' | 'carried'
  outlier?: number | null
  methodFrom: string | null
  methodTo: string | null
  outcomeFrom: string | null
  outcomeTo: string | null
}

type RoundName = { id: string; number: number; reportingDate?: string | null }
export type Comparison = {
  from: RoundName
  to: RoundName
  unit: 'individuals' | 'households'
  terms: Terms | null
  why: SpokenRefusal | null
  places: ComparedPlace[]
}

export type Correction = {
  at: string
  by: string | null
  pcode: string
  place: string
  field: Measure
  before: number | null
  after: number | null
  reason: string
  note: string | null
}

export type Preview = {
  narrative: Bilingual | null
  lint: { pt: SpokenRefusal[]; en: SpokenRefusal[] }
  withheld: number
  obstacles: SpokenRefusal[]
  publicRound: {
    totals: Record<Measure, Count>
    areas: { pcode: string; name: string; level: number; households: Count; individuals: Count }[]
    coverage: CoverageCounts
    change: Change | null
    licence: string
    credit: string
  }
}

export type Page<T> = { rows: T[]; total: number; totalIsMore: boolean }

/** Everything that belongs to one round hangs under one key, so that a deed on it refreshes every tab. */
export const roundKey = (round: string) => ['displacement', 'round', round] as const

export const useHome = () =>
  useQuery({ queryKey: ['displacement', 'home'], queryFn: () => get<{ situation: Situation[]; waiting: Waiting[] }>('/api/displacement/home') })

export const useRounds = (query: Record<string, string | null>) =>
  useQuery({
    queryKey: ['displacement', 'rounds', query],
    queryFn: () => get<Page<Round>>(withQuery('/api/displacement/round', { limit: 500, sort: 'reportingDate', descending: true, ...query })),
  })

export const useOperations = () =>
  useQuery({
    queryKey: ['displacement', 'operations'],
    queryFn: () => get<Page<Operation>>('/api/displacement/operation?limit=500&sort=name'),
    staleTime: 60_000,
  })

export const useWorkbench = (round: string) =>
  useQuery({
    queryKey: [...roundKey(round), 'board'],
    queryFn: () => get<Workbench>(`/api/displacement/workbench/${round}`),
    // While phones send, the board follows them within a minute.
    refetchInterval: ({ state }) => (state.data?.round.state === 'collecting' ? 45_000 : false),
  })

export const useSteps = (round: string, may: boolean) =>
  useQuery({ queryKey: [...roundKey(round), 'steps'], queryFn: () => get<Step[]>(`/api/displacement/round/${round}/steps`), enabled: may })

export const usePlaces = (round: string, district: string | null) =>
  useQuery({
    queryKey: [...roundKey(round), 'places', district],
    queryFn: () => get<PlaceLine[]>(withQuery(`/api/displacement/workbench/${round}/places`, { district })),
  })

export const useFindings = (round: string) =>
  useQuery({ queryKey: [...roundKey(round), 'findings'], queryFn: () => get<Finding[]>(`/api/displacement/workbench/${round}/findings`) })

export const useCorrections = (round: string) =>
  useQuery({ queryKey: [...roundKey(round), 'corrections'], queryFn: () => get<Correction[]>(`/api/displacement/workbench/${round}/corrections`) })

export const usePreview = (round: string) =>
  useQuery({ queryKey: [...roundKey(round), 'preview'], queryFn: () => get<Preview>(`/api/displacement/workbench/${round}/preview`) })

export const useComparison = (from: string | null, to: string, unit: 'individuals' | 'households') =>
  useQuery({
    queryKey: [...roundKey(to), 'compare', from, unit],
    queryFn: () => get<Comparison>(withQuery('/api/displacement/compare', { from, to, unit })),
    enabled: from !== null,
  })
