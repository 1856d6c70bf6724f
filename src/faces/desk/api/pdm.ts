/** Monitoring after distribution as the desk reads it. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'

export type PdmKind = 'served' | 'not_served' | 'not_selected'
export type PdmQuestion = { code: string; label: Bilingual; good: 'yes' | 'no' }
export type RoundInList = {
  id: string
  code: string
  title: Bilingual
  place: string
  placeName: string | null
  distributions: string[]
  windowFrom: string
  windowTo: string
  questions: PdmQuestion[]
  seed: string | null
  frameHash: string | null
  complaints: number | null
  state: 'planned' | 'drawn' | 'reported'
  drawn: number
  answered: number
  closed: number
}
export type Unit = {
  id: string
  household: string
  kind: PdmKind
  stratum: string
  role: 'drawn' | 'reserve'
  visited: 'waiting' | 'answered' | 'refused' | 'absent' | 'moved'
}
export type PdmResult = {
  kind: PdmKind
  question: string
  answered: number
  share: number | null
  se: number | null
  interval: { low: number; high: number } | null
  silent: string[]
  withheld: boolean
}
export type OpenRound = RoundInList & { results: PdmResult[]; sizes: { kind: PdmKind; households: number; n: number; otherOrder: number }[] }

export const monitoringAt = (id: string, part = '') => `/api/relief/monitoring/${id}${part && `/${part}`}`
export const useRounds = () => useQuery({ queryKey: ['relief', 'monitoring'], queryFn: () => get<{ rounds: RoundInList[] }>('/api/relief/monitoring') })
/** Enumerators visit; the results are for those who follow. */
export const useRoundResults = (id: string, may: boolean) =>
  useQuery({ queryKey: ['relief', 'monitoring', id], queryFn: () => get<OpenRound>(monitoringAt(id)), enabled: may })
export const useVisits = (id: string, may: boolean) =>
  useQuery({ queryKey: ['relief', 'monitoring', id, 'visits'], queryFn: () => get<{ units: Unit[] }>(monitoringAt(id, 'visits')), enabled: may })
