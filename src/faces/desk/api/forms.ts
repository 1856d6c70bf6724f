/** Questionnaires as the desk reads them: the list with what arrived, and one form with its draft, versions, findings and assignments. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get } from './ask.ts'

export type FormState = 'draft' | 'published' | 'closed' | 'retired'

export type FormLine = {
  id: string
  code: string
  title: string
  titles: Record<string, string>
  state: FormState
  taker: string | null
  restricted: boolean
  project: number
  projectName: string
  training: boolean
  published: string | null
  draft: { refusals: number; warnings: number } | null
  total: number
  today: number
  waiting: number
  flagged: number
  last: string | null
}

export type Question = {
  path: string
  name: string
  kind: 'question' | 'group' | 'repeat'
  type: string
  answer: string
  row: number
  labels: Record<string, string>
  hints: Record<string, string>
  repeat: string | null
  required: boolean | 'sometimes'
  isShown: boolean
  list?: string
  from?: 'choices' | 'file' | 'external' | 'answers'
  choices?: { name: string; labels: Record<string, string> }[]
  appearance?: string
  relevant?: string
  constraint?: string
  calculation?: string
}

export type CellChange = { kind: string; sheet?: string; row?: number; column?: string; from?: string; to?: string }
export type FormFinding = {
  at: number
  severity: 'refuse' | 'warn'
  code: string
  sheet: string
  row?: number
  column?: string
  sentence: Bilingual
  repair: { sentence: Bilingual; changes: CellChange[] } | null
}

export type Drift = {
  against: string
  added: { path: string; type: string }[]
  removed: { path: string; type: string }[]
  retyped: { path: string; before: string; after: string }[]
  relabelled: { path: string; language: string; before: string; after: string }[]
  choicesRemoved: { path: string; choice: string; label: string; answers: number }[]
}

export type Attachment = { id: string; fileName: string; kind: 'file' | 'list'; bytes: number | null; list: string | null }

export type Version = {
  id: string
  name: string
  state: 'draft' | 'published'
  workbookName: string | null
  understood: string
  refusals: number
  warnings: number
  languages: string[]
  publishedAt: string | null
  note: string | null
}
export type ShownVersion = Version & { questions: Question[]; findings: FormFinding[]; attachments: Attachment[]; needed: string[] }

export type Assignment = {
  id: string
  ofForm: string | null
  targetKind: 'device' | 'person' | 'role'
  target: string
  name: string
  fromDay: string | null
  untilDay: string | null
}

export type OneForm = {
  form: FormLine & {
    placeQuestion: string | null
    dateQuestion: string | null
    listsAt: 'receipt' | 'approval'
    makerChecker: boolean
    retentionMonths: number | null
  }
  project: { number: number; name: string; training: boolean }
  versions: Version[]
  draft: (ShownVersion & { drift: Drift | null }) | null
  published: ShownVersion | null
  obstacles: SpokenRefusal[]
  lists: string[]
  takers: { name: string; about: Bilingual }[]
  assignments: Assignment[]
}

export const formsKey = ['forms'] as const
export const useForms = () => useQuery({ queryKey: [...formsKey, 'list'], queryFn: () => get<FormLine[]>('/api/forms/author'), refetchInterval: 60_000 })
export const useForm = (id: string) => useQuery({ queryKey: [...formsKey, id], queryFn: () => get<OneForm>(`/api/forms/author/${id}`) })
