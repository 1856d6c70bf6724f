/** What was sent, as a reviewer reads it: the queue, one submission with where each value comes from, its history. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get, withQuery } from './ask.ts'

export type SubmissionState = 'received' | 'hasIssues' | 'edited' | 'approved' | 'rejected' | 'withdrawn'

export type QueueLine = {
  submission: string
  form: string
  formTitle: string
  instanceId: string
  instanceName: string | null
  state: SubmissionState
  scope: string
  receivedAt: string
  effectiveAt: string | null
  elapsedMs: number | null
  deviceLabel: string | null
  sentBy: string | null
  filesMissing: number
  openFindings: number
  edits: number
  corrections: number
}

type Question = {
  path: string
  name: string
  kind: 'question' | 'group' | 'repeat'
  type: string
  answer: string
  labels: Record<string, string>
  repeat: string | null
  choices?: { name: string; labels: Record<string, string> }[]
}
export type AnswerRow = { repeat: string; turn: number; parentTurn: number; answers: Record<string, unknown>; differs: Record<string, 'edited' | 'corrected'> }
export type ReviewFinding = {
  id: string
  path: string
  code: string
  severity: 'error' | 'warning' | 'note'
  state: string
  answer: string | null
  sentence: Bilingual
}
export type ReviewNote = { id: string; path: string | null; words: string; at: string; by: string | null; resolvedAt: string | null }

export type OneSubmission = {
  standing: { submission: string; state: SubmissionState; openFindings: number; reason: string | null; filesMissing: number }
  formTitle: string
  questions: Question[]
  rows: AnswerRow[]
  /** `sentences`: what makes the position unlikely. */
  points: { path: string; turn: number; lon: number; lat: number; accuracy: number | null; sentences: Bilingual[] }[]
  instances: { id: string; version: string; at: string; by: string | null; device: string | null; elapsedMs: number | null; client: string | null }[]
  findings: ReviewFinding[]
  notes: ReviewNote[]
  files: { id: string; name: string; sha256: string | null; bytes: number | null }[]
  /** Of a sealed form: open, closed to this reader, or erased; null: it is not sealed. */
  sealed: 'open' | 'closed' | 'erased' | null
  /** Files of restricted forms open for those who decide on them. */
  mayOpenFiles: boolean
  records: { record: string; recordId: string; times: number }[]
}

type Change = { path: string; before?: string | null; after?: string | null }
export type Event = {
  at: string
  by: string | null
  deed: string
  facts: { changes?: Change[]; path?: string; reason?: string; words?: string; answer?: string }
}

export type QueueFilter = { form: string | null; state: string | null; flag: string | null; place: string | null; filter: string | null }

export type FilterQuestion = {
  path: string
  name: string
  asks: 'choice' | 'choices' | 'number' | 'day' | 'instant' | 'presence'
  inRepeat: boolean
  labels: Record<string, string>
  choices: { name: string; labels: Record<string, string> }[]
}

export const reviewKey = ['review'] as const
/** Null: what to ask for is not known yet. */
export const useQueue = (filter: QueueFilter | null) =>
  useQuery({
    enabled: filter !== null,
    queryKey: [...reviewKey, 'queue', filter],
    queryFn: () => get<{ lines: QueueLine[]; next: string | null }>(withQuery('/api/forms/review', { ...filter, limit: 100 })),
    refetchInterval: 60_000,
  })
export const useSubmission = (id: string) => useQuery({ queryKey: [...reviewKey, id], queryFn: () => get<OneSubmission>(`/api/forms/review/${id}`) })
export const useHistory = (id: string) =>
  useQuery({ queryKey: [...reviewKey, id, 'history'], queryFn: () => get<{ events: Event[] }>(`/api/forms/review/${id}/history`) })
export const useFilterQuestions = (form: string | null) =>
  useQuery({
    queryKey: [...reviewKey, 'questions', form],
    enabled: form !== null,
    queryFn: () => get<{ questions: FilterQuestion[] }>(`/api/forms/review/forms/${form}/questions`),
    staleTime: 600_000,
  })
