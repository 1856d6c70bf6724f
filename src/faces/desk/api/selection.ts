/** Selections and criteria as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'
import { useDeed } from './useDeed.ts'

export const selectionStates = [
  ...(['criteria_agreed', 'registered', 'candidates_frozen', 'seed_drawn', 'ranked'] as const),
  ...(['community_check', 'appeals_open', 'appeals_closed', 'approved', 'published'] as const),
]
export type SelectionState = (typeof selectionStates)[number]
export const witnessRoles = ['community_leader', 'women_group', 'disabled_people_group', 'local_government', 'partner_staff', 'complaints_committee'] as const
export const appealGrounds = ['not_listed', 'wrong_answer', 'wrong_rank', 'should_not_be_listed'] as const

export type Criterion = { code: string; question: Bilingual; kind: 'yes' | 'each'; points: number; atMost: number | null; evidence: string; about: string[] }
export type CriteriaSet = {
  id: string
  code: string
  edition: number
  name: Bilingual
  place: string
  placeName: string | null
  source: string
  criteria: Criterion[]
  minutesOn: string | null
  women: number | null
  men: number | null
  clusterAgreedOn: string | null
  state: 'draft' | 'agreed'
}
export type RunInList = {
  id: string
  programme: string
  place: string
  placeName: string | null
  number: number
  cutKind: 'quota' | 'threshold'
  cut: number
  tiePolicy: 'strict_quota' | 'include_all_ties'
  tieBreaks: string[]
  state: SelectionState
  setName: Bilingual
  candidates: number | null
  candidatesHash: string | null
  rankedHash: string | null
  outcomeHash: string | null
  seed: string | null
  witnesses: (typeof witnessRoles)[number][] | null
  selected: number
  openAppeals: number
}
export type Outcome = 'selected' | 'not_selected' | 'reserve'
export type GroupRate = { group: string; households: number; chosen: number; ratio: number | null; ask: boolean; answer: string | null }
export type FieldRates = { field: 'sex_of_head' | 'age_of_head' | 'disability' | 'status' | 'distance'; unknown: number; rates: GroupRate[] }
export type Line = { household: string; rank: number | null; outcome: Outcome; basis: 'rank' | 'appeal' }
export type OneRun = RunInList & {
  set: CriteriaSet
  lines: Line[]
  unanswered: number
  toAsk: number
  fairness: FieldRates[]
  targeting: { chosenChecked: number; wronglyChosen: number; othersChecked: number; wronglyLeftOut: number } | null
  verified: { candidates: 'same' | 'differs'; ranked: 'same' | 'differs' | 'none' } | null
}
export type Reasoned = {
  household: string
  rank: number
  now: Outcome
  least: number
  most: number
  byCriterion: { code: string; points: number }[]
  missing: string[]
  ask: boolean
}
export type Appeal = {
  id: string
  household: string
  origin: 'household' | 'community_check' | 'unanswered'
  ground: (typeof appealGrounds)[number]
  dueOn: string
  decision: 'include' | 'exclude' | 'unchanged' | null
  reason: string | null
}

const at = '/api/relief/selections'
export const selectionAt = (id: string, part = '') => `${at}/${id}${part && `/${part}`}`
export const useSelections = () => useQuery({ queryKey: ['relief', 'selections'], queryFn: () => get<{ runs: RunInList[]; sets: CriteriaSet[] }>(at) })
export const useSelection = (id: string) => useQuery({ queryKey: ['relief', 'selection', id], queryFn: () => get<OneRun>(selectionAt(id)) })
export const useReasons = (id: string, may: boolean) =>
  useQuery({ queryKey: ['relief', 'selection', id, 'ranked'], queryFn: () => get<{ lines: Reasoned[] }>(selectionAt(id, 'ranked')), enabled: may })
export const useAppeals = (id: string, may: boolean) =>
  useQuery({ queryKey: ['relief', 'selection', id, 'appeals'], queryFn: () => get<{ appeals: Appeal[] }>(selectionAt(id, 'appeals')), enabled: may })
export const useSelectionDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(['relief'], deed, then)
