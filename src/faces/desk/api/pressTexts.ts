/** Texts for journalists as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'

export const pressTextKinds = ['mission', 'project', 'quote', 'contact'] as const
export type PressText = {
  id: string
  kind: (typeof pressTextKinds)[number]
  title: Bilingual
  text: Bilingual
  validUntil: string
  clearedAt: string | null
  mine: boolean
  over: boolean
}
export const usePressTexts = () => useQuery({ queryKey: ['publications', 'press'], queryFn: () => get<PressText[]>('/api/publications/press-texts') })
