/** Reports of the strategy as the desk reads and writes them. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get } from './ask.ts'

export type ReportState = 'draft' | 'figures_frozen' | 'reviewed' | 'cleared' | 'published' | 'superseded'
export const reportKinds = ['quarter', 'month', 'donor', 'focus_area', 'profile'] as const
export type ReportKind = (typeof reportKinds)[number]
export type ReportHead = {
  id: string
  version: number
  kind: ReportKind
  /** The project or focus area that it is about, once its figures are frozen. */
  about: Bilingual | null
  subject: string | null
  fromDay: string
  toDay: string
  edition: number
  state: ReportState
  counts: { defined: number; known: number; waiting: number; unknown: number; nothing: number } | null
  slug: string | null
  returnedBecause: string | null
}
export type ReportText = { opening: string; areas: Record<string, string> }
export type ReportTexts = { pt: ReportText; en: ReportText }
type Row = { code: string; name: string; now: string; isKnown: boolean; before: string; target: string; reached: string; how: string }
export type ReportEntry = { title: string; state: string; details: string[] }
export type ReportArea = {
  key: string
  name: Bilingual
  links: Bilingual
  rows: { pt: Row[]; en: Row[] }
  entries: { pt: ReportEntry[]; en: ReportEntry[] }
}
export type WholeReport = ReportHead & { areas: ReportArea[]; texts: ReportTexts | null; findings: SpokenRefusal[] }

/** Below the key of the results, so that a step of a report reads it anew. */
export const useReports = () => useQuery({ queryKey: ['results', 'reports'], queryFn: () => get<ReportHead[]>('/api/results/reports') })
export const useReport = (id: string) =>
  useQuery({ queryKey: ['results', 'report', id], queryFn: () => get<WholeReport>(`/api/results/reports/${id}`), retry: false })
