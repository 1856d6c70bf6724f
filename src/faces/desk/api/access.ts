/** The access log of a round, as the desk reads it. */
import { useQuery } from '@tanstack/react-query'
import { get } from './ask.ts'
import { roundKey } from './displacement.ts'

export const accessReplies = ['waiting', 'granted', 'partly', 'refused', 'no_answer'] as const
export const accessOutcomes = ['reached', 'partly', 'not_reached'] as const

export type DistrictAccess = { pcode: string; name: string; accessible: number; partly: number; inaccessible: number; unknown: number }
export type AccessRequest = {
  id: string
  round: string | null
  place: string
  placeName: string | null
  askedOn: string
  office: string
  purpose: string
  reply: (typeof accessReplies)[number]
  repliedOn: string | null
  replyWords: string | null
  days: number | null
  outcome: (typeof accessOutcomes)[number] | null
  outcomeOn: string | null
  outcomeWords: string | null
}
type AccessNow = { districts: DistrictAccess[]; requests: AccessRequest[]; waiting: number }

export const accessKey = (round: string) => [...roundKey(round), 'access'] as const
export const useAccess = (round: string) => useQuery({ queryKey: accessKey(round), queryFn: () => get<AccessNow>(`/api/displacement/rounds/${round}/access`) })
