/** A place's point and boundary as they are changed, and what stood before. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post } from './ask.ts'

export type Earlier = {
  id: string
  what: 'point' | 'boundary'
  lon: number | null
  lat: number | null
  hasOutline: boolean
  credit: string | null
  reason: string
  recordedAt: string
  by: string | null
}

const base = '/api/places/geometry'

export const useEarlier = (place: string) =>
  useQuery({ queryKey: ['places', 'geometry', place], queryFn: () => get<{ earlier: Earlier[] }>(`${base}/${place}`) })

/** Everything that shows places is asked again. */
export function usePlaceDeed<A, T>(deed: (asked: A) => Promise<T>, done: () => void) {
  const answers = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      done()
      await answers.invalidateQueries({ queryKey: ['places'] })
    },
  })
}

export const movePoint = (place: string, asked: { lon: string; lat: string; reason: string; evenSo: boolean }) => post(`${base}/${place}/point`, asked)
export const setAgain = (version: string, reason: string) => post(`${base}/earlier/${version}/set-again`, { reason })

export function replaceBoundary(place: string, file: File, { credit, reason }: { credit: string; reason: string }) {
  const form = new FormData()
  form.set('credit', credit)
  form.set('reason', reason)
  form.set('file', file)
  return post<{ heldAgainst: string | null }>(`${base}/${place}/boundary`, form)
}
