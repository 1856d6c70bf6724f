/** The 4W as the desk reads it: the month, who is where, how many were reached, and a partner's own activities. */
import { useQuery } from '@tanstack/react-query'
import type { Count } from '../../../engines/count.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get, withQuery } from './ask.ts'
import { useDeed } from './useDeed.ts'

export type Cycle = {
  id: string
  month: string
  dueOn: string
  state: 'open' | 'validated' | 'locked' | 'published'
  remindedAt: string | null
  slug: string | null
}
export type PartnerOfMonth = {
  organisation: string
  name: string
  state: 'waiting' | 'reminded' | 'submitted'
  onTime: boolean | null
  activities: number
  confirmed: number
  lastConfirmed: string | null
}
type Changes = { new: number; ended: number; changed: number; corrections: number; unconfirmed: number }
export type Month = { cycle: Cycle | null; partners: PartnerOfMonth[]; changes: Changes | null }

export type PresenceCell = { place: string; sector: string; organisations: string[]; activities: number; confirmedOn: string | null }
type Places = Record<string, { name: string; province: string }>
export type Presence = { cells: PresenceCell[]; silent: string[]; places: Places; organisations: Record<string, string>; aboveDistrict: number }

export type GapRow = { place: string; sector: string; inNeed: Count; least: Count; most: Count; overReached: boolean }
export type Reach = {
  reach: {
    lower: number
    upper: number
    capped: number
    exact: boolean
    flagged: string[]
    withoutPopulation: string[]
    known: number
    unknown: number
    aboveDistrict: number
    populationSources: string[]
  }
  gaps: GapRow[]
  gapsJudged: number
  places: Places
  rule: Bilingual
}
type CountedFrom = { record: string; row: string; name: string }
export type WorkToCountFrom = { id: string; record: string; name: string; place: string; day: string; chosen: boolean; takenBy: string | null }
export type ActivityRow = {
  id: string
  organisationName: string
  sector: string
  activityType: string | null
  placeName: string | null
  status: string | null
  lastConfirmed: string | null
  people: number | null
  who: Record<'women' | 'men' | 'girls' | 'boys', number | null>
  evidence: string | null
  countedWith: string | null
  countedFrom: CountedFrom[] | null
  exact: boolean
}

export type OwnActivity = {
  id: string
  sector: string
  activityType: string | null
  description: string | null
  place: string | null
  placeName: string | null
  location: string | null
  fromDay: string | null
  toDay: string | null
  status: string | null
  lastConfirmed: string | null
  people: number | null
  countedFrom: CountedFrom[] | null
  /** Distinct people by the records that it is counted from; null: what was reported stands. */
  distinct: number | null
  confirmed: boolean
}
export type Mine = { cycle: Cycle | null; organisation: string; report: { state: string; submittedAt: string | null } | null; activities: OwnActivity[] }

const key = ['coordination', '4w'] as const
export type About = { sector?: string; district?: string; status?: string }

export const useMonth = () => useQuery({ queryKey: [...key, 'month'], queryFn: () => get<Month>('/api/coordination/month') })
export const usePresence = (about: About) =>
  useQuery({ queryKey: [...key, 'presence', about], queryFn: () => get<Presence>(withQuery('/api/coordination/presence', about)) })
export const useReach = (about: About) =>
  useQuery({ queryKey: [...key, 'reach', about], queryFn: () => get<Reach>(withQuery('/api/coordination/reach', about)) })
export const useActivities = (about: About | null) =>
  useQuery({
    queryKey: [...key, 'activities', about],
    queryFn: () => get<{ total: number; rows: ActivityRow[] }>(withQuery('/api/coordination/activities', { ...about, limit: 200 })),
    enabled: about !== null,
  })
export const useWorksToCountFrom = (activity: string) =>
  useQuery({
    queryKey: [...key, 'counted-from', activity],
    queryFn: () => get<{ works: WorkToCountFrom[] }>(`/api/coordination/activities/${activity}/counted-from`),
  })
export const useMine = () => useQuery({ queryKey: [...key, 'mine'], queryFn: () => get<Mine>('/api/coordination/mine') })
export const useFourWDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(key, deed, then)
