/** Requests to the common pipeline as the desk reads them, with what one may ask for and which assessments there are. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { useBilingual } from '../../ui/language.tsx'
import { get } from './ask.ts'
import { useDeed } from './useDeed.ts'

export type RequestState =
  | 'draft'
  | 'submitted'
  | 'field_review'
  | 'cluster_decision'
  | 'approved'
  | 'part_approved'
  | 'refused'
  | 'released'
  | 'dispatched'
  | 'received'
  | 'reported'
  | 'closed_unreported'
export type RequestLine = { code: string; edition: number | null; asked: number; approved: number | null }
export type ReleaseShown = { id: string; name: string; state: 'open' | 'dispatched' | 'received' | 'cancelled'; lines: { item: string; quantity: number }[] }
export type ReliefRequest = {
  id: string
  version: number
  year: number
  number: number
  organisationName: string
  place: string
  placeName: string | null
  households: number
  neededBy: string
  assessment: string | null
  assessedOn: string | null
  lines: RequestLine[]
  ownStock: string | null
  otherDonors: string | null
  state: RequestState
  excuse: string | null
  fieldWords: string | null
  decisionWords: string | null
  closedBecause: string | null
  submittedAt: string | null
  decisionDue: string | null
  decisionLate: boolean
  reportDue: string | null
  reportLate: boolean
  releases: ReleaseShown[]
  report: { distributedOn: string; households: number } | null
}
export type Clock = {
  name: 'decision' | 'dispatch' | 'receipt' | 'report'
  done: number
  medianHours: number | null
  open: number
  oldestOpenHours: number | null
}
type Note = { month: string; excused: { name: string; organisation: string; words: string }[]; decisionsLate: string[]; reportsLate: string[] }
export type Requests = { requests: ReliefRequest[]; clocks: Clock[]; note: Note }

const key = ['relief'] as const
export const useRequests = () => useQuery({ queryKey: [...key, 'requests'], queryFn: () => get<Requests>('/api/relief/requests') })
export const useReliefDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(key, deed, then)

type Page<Row> = { rows: Row[] }
type Item = { id: string; code: string; name: Bilingual }
type Kit = Item
export type KitVersion = { id: string; kit: string; edition: number; parts: { item: string; perKit: number }[] }
/** What can be asked for: an item, or a kit in its newest edition. */
export type Thing = { code: string; edition: number | null; name: Bilingual; parts: { item: string; perKit: number }[] }

async function things(): Promise<Thing[]> {
  const [items, kits, versions] = await Promise.all([
    get<Page<Item>>('/api/relief/item?limit=1000&sort=code'),
    get<Page<Kit>>('/api/relief/kit?limit=500&sort=code'),
    get<Page<KitVersion>>('/api/relief/kit-version?limit=1000&sort=edition'),
  ])
  const newest = new Map(versions.rows.map((version) => [version.kit, version]))
  return [
    ...items.rows.map(({ code, name }) => ({ code, name, edition: null, parts: [{ item: code, perKit: 1 }] })),
    ...kits.rows.flatMap(({ id, code, name }) => {
      const version = newest.get(id)
      return version ? [{ code, name, edition: version.edition, parts: version.parts }] : []
    }),
  ]
}

export const useThings = () => useQuery({ queryKey: [...key, 'things'], queryFn: things, staleTime: 60_000 })

/** What people call an item or kit; its code until the catalogue is there. */
export function useThingNames(): (code: string) => string {
  const mine = useBilingual()
  const { data } = useThings()
  return (code) => {
    const name = data?.find((thing) => thing.code === code)?.name
    return name ? mine(name) : code
  }
}

export type Assessment = { id: string; place: string; assessedOn: string; householdsAssessed: number; lacking: { code: string; percent: number }[] }
export const useAssessments = () =>
  useQuery({ queryKey: [...key, 'assessments'], queryFn: () => get<Page<Assessment>>('/api/relief/assessment?limit=500&sort=assessedOn&descending=true') })

export const useWarehouses = (may: boolean) =>
  useQuery({
    queryKey: [...key, 'warehouses'],
    queryFn: () => get<Page<{ id: string; code: string; name: string; open: boolean }>>('/api/relief/warehouse?limit=500&sort=code'),
    enabled: may,
  })
