/** Work that two organisations tell of, as the desk reads and answers it. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'

type Side = { organisation: string; name: string; fromDay: string; toDay: string | null }
export type SameWork = {
  sector: string
  activityType: string
  place: string
  provinceOnly: boolean
  sides: [Side, Side]
  pairs: [string, string][]
  answers: { organisation: string | null; name: string | null; answer: 'different' | 'shared'; because: string; on: string }[]
  rests: boolean
}

type End = { id: string; organisation: string; name: string; externalId: string }
/** The donor's row and the implementer's of one work: the implementer's counts. */
export type WorkLink = { activityType: string; sector: string; place: string; donor: End; implementer: End; pair: [string, string]; sentence: Bilingual }

/** Under the key of the 4W, so that an answer of the month reads it anew. */
export const useSameWork = () =>
  useQuery({ queryKey: ['coordination', '4w', 'same-work'], queryFn: () => get<{ notices: SameWork[]; links: WorkLink[] }>('/api/coordination/same-work') })
