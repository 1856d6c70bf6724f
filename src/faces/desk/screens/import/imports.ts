/** One import as the server tells it: the file as read, what it would write, the questions left to a person, and what became of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Count } from '../../../../engines/count.ts'
import type { Bilingual, Facts } from '../../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../../ui/Refusals.tsx'
import { get, post } from '../../api/ask.ts'

/** Each kind of file, and whose it is. */
export const kinds = { displacement: 'dataOfficer', fourW: 'clusterCoordinator', fourWOwn: 'partner' } as const
export type Kind = keyof typeof kinds

export type ImportState = 'read' | 'importing' | 'imported' | 'undone' | 'failed'
type RoundTaken = { id: string; number: number; from: string | null; to: string | null; places: number; households: Count; individuals: Count }

export type Import = {
  id: string
  kind: Kind
  fileName: string
  sha256: string
  choices: { columns?: Record<string, string>; remembered?: Record<string, string>; answers?: Record<string, string>; target?: Record<string, string> }
  summary: { imported?: number; changed?: number; confirmed?: number; newPlaces?: number; rounds?: RoundTaken[] }
  state: ImportState
  at: string
  importedAt: string | null
  undoneAt: string | null
  by: string | null
}

export type Found = {
  code: string
  severity: 'error' | 'warning' | 'note'
  sheet: string | null
  column: string | null
  count: number
  lines: string[]
  facts: Facts
  examples: string[]
  sentence: Bilingual
}

export type Case = { id: string; key: string; facts: Facts; lines: number[]; proposed: string | null; suggestions: string[] }
export type Question = { code: string; key: string; facts: Facts; options: { value: string }[]; proposed: string | null; sentence: Bilingual; items?: Case[] }

export type RoundProposed = {
  number: number | null
  assessmentType: string
  operation: string | null
  country: string
  from: string | null
  to: string | null
  places: number
  households: Count
  individuals: Count
}

export type SheetRead = {
  name: string
  hidden: boolean
  rows: number
  headerLines: number[]
  hxlLine: number | null
  columns: { name: string; hxl: string | null; hidden: boolean }[]
}

export type Understanding = {
  shape: string
  new: number
  known: number
  newPlaces: number
  /** Of a 4W: rows that say something else than before; whether they need a reason. */
  changed?: number
  /** A partner's own workbook also vouches for the rows that it repeats. */
  own?: boolean
  asksForReason?: boolean
  rounds: RoundProposed[]
  understood?: {
    format: 'xlsx' | 'xls' | 'csv' | 'tsv' | 'json' | 'geojson'
    encoding: string | null
    delimiter: string | null
    lineEnding: string | null
    bytes: number
  }
  sheets?: SheetRead[]
  columns?: { field: string; column: string; why?: string }[]
  ages?: { column: string; sex: 'f' | 'm'; band: string }[]
}

export type Preview = {
  rows: number
  inScope: number
  quarantined: number
  outOfScope: number
  findings: Found[]
  questions: Question[]
  details: Understanding
}

export type Earlier = { id: string; at: string; state: string }
export type Taken = { import: Import; earlier: Earlier | null }
export type Choices = { columns?: Record<string, string>; answers?: Record<string, string>; target?: Record<string, string> }

const listKey = ['imports'] as const
const importKey = (id: string) => ['imports', id] as const

export const useImports = () => useQuery({ queryKey: listKey, queryFn: () => get<Import[]>('/api/imports') })

/** While rows are being written elsewhere the state is asked for again and again. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: importKey(id),
    queryFn: () => get<Import>(`/api/imports/${id}`),
    refetchInterval: ({ state }) => (state.data?.state === 'importing' ? 2000 : false),
  })

export type Preparing = { doing: 'waiting' | 'reading' | 'understanding'; done: number; of: number }
type Previewing = { preview: Preview | null; preparing: Preparing | null }
const previewKey = (id: string) => [...importKey(id), 'preview']

/** Of a large file the answer says at first how far the reading is; what was seen before an answer was given stays meanwhile. */
export function usePreview(id: string, open: boolean) {
  const answers = useQueryClient()
  return useQuery({
    queryKey: previewKey(id),
    queryFn: async (): Promise<Previewing> => {
      const { preview, preparing } = await get<Previewing>(`/api/imports/${id}/preview`)
      return { preview: preview ?? answers.getQueryData<Previewing>(previewKey(id))?.preview ?? null, preparing }
    },
    enabled: open,
    staleTime: 300_000,
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => (state.data?.preparing ? 700 : false),
  })
}

/** After a reading that was interrupted. */
export function useReadAgain(id: string) {
  const answers = useQueryClient()
  return useMutation({
    mutationFn: () => post<Previewing>(`/api/imports/${id}/preview`),
    onSettled: () => answers.resetQueries({ queryKey: previewKey(id) }),
  })
}

export type WritingProgress = { done: number; of: number; doing: 'waiting' | 'reading' | 'writing'; failure: SpokenRefusal[] | null }

export const useProgress = (id: string, writing: boolean) =>
  useQuery({
    queryKey: [...importKey(id), 'progress'],
    queryFn: () => get<WritingProgress>(`/api/imports/${id}/progress`),
    refetchInterval: writing ? 700 : false,
    // The last look while it was being written does not say why it failed: whoever comes to the end asks again.
    staleTime: 0,
    refetchOnMount: 'always',
    gcTime: 0,
  })

export function useChoosing(id: string) {
  const answers = useQueryClient()
  return useMutation({
    mutationFn: (choices: Choices) => post<Import>(`/api/imports/${id}/choices`, choices),
    onSuccess: (changed) => {
      answers.setQueryData(importKey(id), changed)
      return answers.invalidateQueries({ queryKey: previewKey(id) })
    },
  })
}

/** Confirming and undoing change figures on every screen. */
export function useDeed<T>(path: string, onDone: (answer: T) => void) {
  const answers = useQueryClient()
  return useMutation({
    mutationFn: () => post<T>(path),
    onSuccess: async (answer) => {
      await answers.invalidateQueries()
      onDone(answer)
    },
  })
}

/** The few counts that every step repeats, in one place so that no two steps differ. */
export const countsOf = ({ inScope, quarantined, outOfScope, questions, details }: Preview) => ({
  inScope,
  taken: details.new,
  changed: details.changed ?? 0,
  known: details.known,
  written: details.new + (details.changed ?? 0) + (details.own ? details.known : 0),
  rounds: details.rounds.length,
  quarantined,
  outOfScope,
  questions: questions.length,
})
