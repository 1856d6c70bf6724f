/** What partners sent and changed, as coordination reads it: their workbooks, and corrections after the lock. */
import { useQuery } from '@tanstack/react-query'
import type { Found } from '../screens/import/imports.ts'
import { get } from './ask.ts'

export type Correction = {
  id: string
  on: string
  organisation: string
  sector: string
  activityType: string | null
  placeName: string | null
  status: string | null
  reason: string | null
  isNew: boolean
}
export type Upload = {
  id: string
  organisation: string
  fileName: string
  at: string
  state: 'read' | 'importing' | 'imported' | 'undone' | 'failed'
  reason: string | null
}
type OneUpload = { rows: number; inScope: number; quarantined: number; outOfScope: number; findings: Found[] }

const key = ['coordination', '4w'] as const
export const useCorrections = () =>
  useQuery({ queryKey: [...key, 'corrections'], queryFn: () => get<{ corrections: Correction[] }>('/api/coordination/corrections') })
export const useUploads = (isAsked: boolean) =>
  useQuery({ queryKey: [...key, 'uploads'], queryFn: () => get<{ uploads: Upload[] }>('/api/coordination/uploads'), enabled: isAsked })
export const useUpload = (id: string) => useQuery({ queryKey: [...key, 'upload', id], queryFn: () => get<OneUpload>(`/api/coordination/uploads/${id}`) })
