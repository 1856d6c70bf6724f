/** What the registration bench asks: changes of households, lines to verify, cards, weights. */
import { useQuery } from '@tanstack/react-query'
import { get, post, withQuery } from './ask.ts'

const base = '/api/registration'

export type HouseholdFacts = {
  id: string
  number: string
  place: string
  placeName: string | null
  setting: string | null
  state: string
  people: number
  byAge: { ageBand: string | null; people: number }[]
}
export const findHousehold = (number: string) => post<HouseholdFacts>(`${base}/households/find`, { number })

export type Verdict = 'unverified' | 'verified' | 'rejected'
export type LineToVerify = {
  id: string
  household: string | null
  number: string | null
  state: string | null
  place: string
  placeName: string | null
  day: string
  team: string | null
  consent: 'given' | 'refused'
  people: number
  byAge: { ageBand: string | null; people: number }[]
  verification: Verdict
  verificationReason: string | null
  verifiedAt: string | null
  verifiedBy: string | null
}
export const useLines = (exercise: string, verification: Verdict) =>
  useQuery({
    queryKey: ['registration', 'lines', exercise, verification],
    queryFn: () => get<{ lines: LineToVerify[]; counts: Record<Verdict, number> }>(withQuery(`${base}/exercises/${exercise}/lines`, { verification })),
  })

export const reasonsAgain = ['lost', 'damaged', 'changed'] as const
export type ReasonAgain = (typeof reasonsAgain)[number]
export type CardLine = { household: string; number: string; place: string; placeName: string | null; people: number; prints: number; printedOn: string | null }
export type RevokedCard = { number: string; upToPrint: number | null; print: number; reason: string; since: string | null }
export type Cards = { lines: CardLine[]; matching: number; withoutCard: number; revoked: RevokedCard[] }
export const useCards = (exercise: string, only: 'without-card' | 'all') =>
  useQuery({ queryKey: ['registration', 'cards', exercise, only], queryFn: () => get<Cards>(withQuery(`${base}/exercises/${exercise}/cards`, { only })) })

export type Judged = { fromBits: number; precision: number; recall: number; f1: number }
export type LearnedNow = {
  version: number
  decisions: number
  levels: { comparison: string; level: string; before: number; after: number; met: number }[]
  trial: { same: number; different: number; before: Judged; after: Judged } | null
}
export type WeightVersion = { number: number; decisions: number; reason: string | null; restores: number | null; recordedAt: string | null; by: string | null }
export const useWeights = () =>
  useQuery({
    queryKey: ['registration', 'weights'],
    queryFn: () => get<{ versions: WeightVersion[]; decided: { same: number; different: number; unsure: number } }>(`${base}/weights`),
  })
