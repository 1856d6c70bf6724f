/** Events of communications as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'

export const publicEventKinds = ['launch', 'exhibition', 'day_of', 'information_visit', 'training', 'other'] as const
export type PublicEvent = {
  id: string
  version: number
  kind: (typeof publicEventKinds)[number]
  title: Bilingual
  about: Bilingual
  place: string
  placeName: string | null
  venue: string
  startsAt: string
  endsAt: string
  donors: string[]
  isPublic: boolean
  clearedAt: string | null
  cancelledBecause: string | null
  mine: boolean
  donorMarks: { name: string; rule: { marks: string; wording: Bilingual; materials: string } | null; leftOff: boolean }[]
}
export const usePublicEvents = () => useQuery({ queryKey: ['publications', 'events'], queryFn: () => get<PublicEvent[]>('/api/publications/events') })
