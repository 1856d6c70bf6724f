/** Registration as the desk reads it. Whatever opens a name is asked by a deed, never by a page that loads by itself. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post, withQuery } from './ask.ts'
import type { HouseholdFacts } from './registrationBench.ts'

export type Exercise = {
  id: string
  name: string
  operation: string
  operationName: string
  sites: string[]
  purpose: string
  legalBasis: string
  retainUntil: string
  state: 'collecting' | 'verifying' | 'closed' | 'retained' | 'erased'
  households: number
  refusedHouseholds: number
  unverified: number
}

export type FoundPerson = {
  id: string
  household: string
  number: string
  sex: string
  birthYear: number | null
  given: string | null
  surname: string | null
}

export type OpenPerson = FoundPerson & {
  birthDate: string | null
  phone: string | null
  document: string | null
  placeName: string | null
  place: string
  ageBand: string | null
  relation: string | null
  vulnerabilities: string[]
  difficulties: string[]
  recordedAt: string
}

export type HouseholdChange = {
  id: string
  kind: 'split' | 'merge'
  left: boolean
  other: string
  otherNumber: string
  day: string
  people: number
  reason: string
  recordedAt: string
  recordedBy: string | null
  undoneAt: string | null
  undoneReason: string | null
  undoneBy: string | null
  mayUndo: boolean
}

export type OpenHousehold = {
  facts: HouseholdFacts
  people: OpenPerson[]
  names: Record<string, string>
  history: {
    changes: HouseholdChange[]
    members: { person: string; relation: string; fromDay: string; untilDay: string | null; movedTo: string | null }[]
    residences: { kind: 'current' | 'previous'; place: string; placeName: string | null; fromDay: string | null; untilDay: string | null }[]
    consents: {
      id: string
      person: string | null
      purpose: string
      answer: 'given' | 'refused' | 'withdrawn'
      language: string
      words: string
      wordingVersion: string
      answeredAt: string
    }[]
  }
  lines: { id: string; exercise: string; exerciseName: string; day: string; team: string | null; verification: 'unverified' | 'verified' | 'rejected' }[]
}

export type PairLine = {
  id: string
  exerciseName: string
  state: 'suggested' | 'same' | 'different' | 'unsure'
  weightBits: number
  answered: boolean
  decided: boolean
}

export type OpenPair = {
  id: string
  state: PairLine['state']
  weightBits: number
  decidedAt: string | null
  evidence: { comparison: string; level: string; bits: number }[]
  people: (OpenPerson | null)[]
  answers: { answer: string; reason: string | null; by: string }[]
}

export type Step = { name: string; label: { pt: string; en: string }; obstacles: import('../../ui/Refusals.tsx').SpokenRefusal[] }
export type ListHeld = {
  lines: { line: number; found: 'matched' | 'unsure' | 'not-found'; household: string | null }[]
  matched: number
  unsure: number
  notFound: number
  onlyRegistered: number
}
export type Kept = {
  erased: { what: string; reason: string; day: string; records: number }[]
  counts: { exercise: string; name: string; retainUntil: string; legalBasis: string; people: number }[]
}

const base = '/api/registration'

export const useExercises = () => useQuery({ queryKey: ['registration', 'exercises'], queryFn: () => get<{ exercises: Exercise[] }>(`${base}/exercises`) })
export const useSteps = (id: string, may: boolean) =>
  useQuery({ queryKey: ['registration', 'steps', id], queryFn: () => get<Step[]>(`/api/displacement/registration-exercise/${id}/steps`), enabled: may })
export const usePairs = (exercise?: string) =>
  useQuery({ queryKey: ['registration', 'pairs', exercise], queryFn: () => get<{ pairs: PairLine[] }>(withQuery(`${base}/duplicates`, { exercise })) })
export const useKept = () => useQuery({ queryKey: ['registration', 'kept'], queryFn: () => get<Kept>(`${base}/kept`) })

/** A deed; everything that is shown of registration is asked again afterwards. */
export function useRegistrationDeed<A, T>(deed: (asked: A) => Promise<T>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: deed, onSuccess: () => client.invalidateQueries({ queryKey: ['registration'] }) })
}

export type Purpose = 'assistance' | 'correction' | 'verification' | 'withdrawal' | 'card' | 'complaint' | 'family-tracing'
export const purposes: readonly Purpose[] = ['assistance', 'correction', 'verification', 'withdrawal', 'card', 'complaint', 'family-tracing']

export const searchPeople = (asked: { purpose: Purpose; given?: string; surname?: string; phone?: string }) =>
  post<{ people: FoundPerson[] }>(`${base}/search`, asked)
export const lookAtHousehold = ({ id, purpose }: { id: string; purpose: Purpose }) => post<OpenHousehold>(`${base}/households/${id}/look`, { purpose })
export const lookAtPair = (id: string) => post<OpenPair>(`${base}/duplicates/${id}/look`)
