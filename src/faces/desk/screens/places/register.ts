/** The register of places as the desk reads it, one level at a time. */
import { useQuery } from '@tanstack/react-query'
import { get, withQuery } from '../../api/ask.ts'
import type { Page } from '../../api/displacement.ts'

export type Place = {
  id: string
  version: number
  pcode: string
  name: string
  kind: 'country' | 'province' | 'district' | 'posto' | 'locality' | 'site'
  level: number
  parent: string | null
  country: string
  validFrom: string | null
  validTo: string | null
  predecessors: string[]
  lon: number | null
  lat: number | null
  siteType: string | null
  source: string | null
}
export type Alias = { id: string; place: string; name: string; kind: 'name' | 'code'; source: string | null }
export type Listed = { id: string; round: string; outcome: string | null }

const mostRows = 1000
const placesKey = ['places', 'register'] as const
const list = (query: Record<string, string | number>) => get<Page<Place>>(withQuery('/api/places/place', { limit: mostRows, sort: 'name', ...query }))

export const useCountries = () => useQuery({ queryKey: [...placesKey, 'countries'], queryFn: () => list({ kind: 'country' }), staleTime: 600_000 })

export const useInside = (parent: string, wanted = true) =>
  useQuery({ queryKey: [...placesKey, 'inside', parent], queryFn: () => list({ parent }), enabled: wanted, staleTime: 60_000 })

/** The chain from the country down to the place itself. */
export const useChain = (id: string | null) =>
  useQuery({
    queryKey: [...placesKey, 'chain', id],
    enabled: id !== null,
    queryFn: async () => {
      const chain: Place[] = []
      for (let next = id; next !== null; next = chain[0]!.parent) chain.unshift(await get<Place>(`/api/places/place/${next}`))
      return chain
    },
  })

export const useAliases = (place: string) =>
  useQuery({
    queryKey: [...placesKey, 'aliases', place],
    queryFn: () => get<Page<Alias>>(withQuery('/api/places/alias', { place, limit: mostRows, sort: 'name' })),
  })

export const useListed = (place: string, may: boolean) =>
  useQuery({
    queryKey: ['displacement', 'listed', place],
    queryFn: () => get<Page<Listed>>(withQuery('/api/displacement/master-list-line', { place, limit: mostRows })),
    enabled: may,
  })

/** Sites of which nobody has said yet where they lie. */
export const useUnplaced = () =>
  useQuery({
    queryKey: [...placesKey, 'unplaced'],
    queryFn: async () => {
      const { rows, total } = await list({ kind: 'site' })
      return { sites: rows.filter(({ parent }) => parent === null), shown: rows.length, total }
    },
  })
