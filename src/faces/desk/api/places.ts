/** Places and the shapes of areas, from the one register on which every record hangs. */
import { useQuery } from '@tanstack/react-query'
import type { MapAreas } from '../../ui/mapFeatures.ts'
import type { PlaceHit } from '../../ui/PlacePicker.tsx'
import { get, withQuery } from './ask.ts'

export const searchPlaces = (typed: string) => get<PlaceHit[]>(withQuery('/api/places/search', { q: typed, limit: 12 }))

/** Shapes change with an import of boundaries only; one visit needs them once. */
export const useAreas = (level: 1 | 2 | 3) =>
  useQuery({ queryKey: ['places', 'areas', level], queryFn: () => get<MapAreas>(withQuery('/api/places/areas', { level })), staleTime: 600_000 })
