/** Public files of single answers as the desk reads them: which columns may go, the limit of risk, and what stands proposed. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'

export type MicrodataColumn = { question: string; isKey: boolean; bands?: number[]; merge?: string[] }
export type MicrodataRisk = { global: number; highest: number; kAnonymity: number; unique: number; keys: string[] }
export type OfferedColumn = {
  question: string
  kind: 'number' | 'one' | 'several' | 'stratum'
  label: Bilingual
  choices: { code: string; label: Bilingual }[]
  alwaysKey: boolean
}
export type MicrodataProposal = {
  id: string
  columns: MicrodataColumn[]
  withWeights: boolean
  reason: string
  records: number
  risk: MicrodataRisk
  state: 'proposed' | 'published'
  proposedBy: string | null
  recordedAt: string
  mine: boolean
}
export type Microdata = { offered: OfferedColumn[]; limitPercent: number; isForbidden: boolean; proposal: MicrodataProposal | null }
export type MicrodataMeasured = { records: number; risk: MicrodataRisk; id: string | null }

export const microdataAddress = (survey: string) => `/api/displacement/surveys/${survey}/microdata`
export const useMicrodata = (survey: string) =>
  useQuery({ queryKey: ['displacement', 'surveys', survey, 'microdata'], queryFn: () => get<Microdata>(microdataAddress(survey)) })
