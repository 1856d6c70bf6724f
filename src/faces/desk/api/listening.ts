/** What is heard, as the desk reads it. */
import { useQuery } from '@tanstack/react-query'
import type { Channel, HeardKind } from '../../../engines/message/index.ts'
import { get } from './ask.ts'

export const listeningChannels = ['meeting', 'radio', 'brigade', 'theatre', 'loudspeaker', 'sms', 'voice', 'social'] as const satisfies readonly Channel[]

export type HeardThing = {
  id: string
  topic: string
  message: string | null
  messageKey: string | null
  kind: HeardKind
  wording: string
  times: number
  answer: string | null
  answererName: string | null
  clearedAt: string | null
  clearerName: string | null
  mine: boolean
}
export type Session = {
  id: string
  channel: (typeof listeningChannels)[number]
  place: string
  placeName: string | null
  day: string
  language: string
  team: string
  struckBecause: string | null
  heard: HeardThing[]
}

export const useListenings = () => useQuery({ queryKey: ['publications', 'listenings'], queryFn: () => get<Session[]>('/api/publications/listenings') })
