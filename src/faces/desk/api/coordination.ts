/** Meetings, actions and training as the desk reads them. Whatever opens a name is asked by a deed, never by a page that loads by itself. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'
import { useDeed } from './useDeed.ts'

export type Discipline = { due: number; onTime: number; late: number; overdue: number; percent: number | null }

export type Group = {
  id: string
  name: Bilingual
  kind: 'cluster' | 'working_group' | 'task_force' | 'forum' | 'reference_group' | 'committee'
  terms: string | null
  rhythm: 'weekly' | 'fortnightly' | 'monthly' | 'quarterly' | 'as_needed'
  chairName: string
  members: { id: string; name: string; acronym: string | null }[]
  meetings: { id: string; startsAt: string; state: 'called' | 'held' | 'cancelled' }[]
  discipline: Discipline
}

export type Action = {
  id: string
  meeting: string
  groupName: Bilingual
  decision: string | null
  words: string
  ownerName: string
  person: string
  due: string
  firstDue: string
  moves: { from: string; to: string; reason: string }[]
  state: 'open' | 'done' | 'dropped'
  evidence: string | null
  dropReason: string | null
  closedOn: string | null
  reminded: string[]
  late: boolean
  mine: boolean
}

export type Meeting = {
  id: string
  startsAt: string
  endsAt: string
  venue: string
  state: 'called' | 'held' | 'cancelled'
  minutes: { topic: string; said: string | null; decision: string | null }[] | null
  group: { id: string; name: Bilingual; chairName: string; members: { id: string; name: string }[] }
  presentNames: { name: string; people: number }[]
  agenda: { kind: 'overdue' | 'open' | 'agreement' | 'topic'; text: string; due: string | null; who: string | null }[]
  actions: Action[]
}

export type Learned = { attendances: number; people: number; tested: number; gain: number | null }

export type Course = {
  id: string
  code: string
  edition: number
  topic: Bilingual
  focusArea: number
  hours: number
  minimumAttendance: number
  passMark: number | null
  refresherMonths: number | null
  learned: Learned
}

export type TrainingSession = {
  id: string
  topic: Bilingual
  code: string
  place: string
  placeName: string | null
  fromDay: string
  toDay: string
  halfDays: number
  learned: Learned
  certificates: number
  counted: number
}

export type Participant = {
  id: string
  learner: string
  name: string | null
  organisation: string | null
  audience: string
  unit: string | null
  attendance: boolean[]
  preScore: number | null
  postScore: number | null
  certificate: string | null
  refresherDue: string | null
  percent: number | null
  trainer: boolean
}

export type SessionOpen = { participants: Participant[]; learned: Learned; curriculum: Course; session: TrainingSession }
export type KnownLearner = { id: string; name: string; organisation: string | null }

const key = ['coordination'] as const
export const useGroups = () => useQuery({ queryKey: [...key, 'groups'], queryFn: () => get<{ groups: Group[] }>('/api/coordination/groups') })
export const useActions = () =>
  useQuery({ queryKey: [...key, 'actions'], queryFn: () => get<{ actions: Action[]; discipline: Discipline }>('/api/coordination/actions') })
export const useMeeting = (id: string) => useQuery({ queryKey: [...key, 'meeting', id], queryFn: () => get<Meeting>(`/api/coordination/meetings/${id}`) })
export const useLearning = () =>
  useQuery({
    queryKey: [...key, 'learning'],
    queryFn: () => get<{ all: Learned; curricula: Course[]; sessions: TrainingSession[] }>('/api/coordination/learning'),
  })

export const useOrganisations = () =>
  useQuery({
    queryKey: ['organisations', 'all'],
    queryFn: () => get<{ rows: { id: string; name: string; mergedInto: string | null }[] }>('/api/organisations/organisation?limit=1000&sort=name'),
    // One that was joined to another is not chosen any more.
    select: ({ rows }) => ({ rows: rows.filter(({ mergedInto }) => mergedInto === null) }),
    staleTime: 60_000,
  })

/** As a list to choose from. */
export const useOrganisationChoices = (): { value: string; label: string }[] =>
  (useOrganisations().data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))

export const useCoordinationDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(key, deed, then)
