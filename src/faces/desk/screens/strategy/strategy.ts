/** The strategy as the server gives it; its one declaration stands in the registry of results. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../../kernel/shared.ts'
import { get } from '../../api/ask.ts'

export type StrategyLink = {
  framework: 'SDG' | 'MIGOF' | 'GCM' | 'SENDAI' | 'CROSSCUTTING'
  code: string | null
  kind?: 'principle' | 'objective' | null
  legibility: 'as_printed' | 'not_legible' | 'added_by_mission'
  added?: { source: string; date: string; by: string }
}

type ServedBy = { domain: string; feature: string } | { domain: string; plannedOnly: Bilingual }
export type Activity = { letter: string; title: Bilingual; servedBy: ServedBy; sourceNotes?: string[] }

export type FocusArea = {
  number: number
  priority: number
  name: Bilingual
  objective: Bilingual
  links: StrategyLink[]
  sourceNotes?: string[]
  keyResults: { number: number; title: Bilingual; sourceNotes?: string[] }[]
  activities: Activity[]
}

export type Strategy = {
  version: string
  validFrom: string
  validTo: string
  title: Bilingual
  citation: string
  sourceLicence: string
  wording: Bilingual
  sourceNotes: Record<string, Bilingual>
  appliedNotes: string[]
  priorities: { number: number; name: Bilingual; objective: Bilingual }[]
  crosscuttingThemes: { code: string; name: Bilingual }[]
  approaches: { code: string; name: Bilingual }[]
  features: Record<string, Bilingual>
  /** Features that stand today, by the screen where they do. */
  standing: Record<string, string>
  areas: FocusArea[]
}

export const useStrategy = () => useQuery({ queryKey: ['strategy'], queryFn: () => get<Strategy>('/api/strategy'), staleTime: 3_600_000 })

/** A feature that the strategy names and no part of the product has is a promise, and is told as one. */
export const isServed = ({ servedBy }: Activity, { standing }: Strategy) => 'feature' in servedBy && `${servedBy.domain}/${servedBy.feature}` in standing

/** What a source prints illegibly may belong or not; it is told apart, never counted as "no". */
export function fitTo(areas: readonly FocusArea[], framework: StrategyLink['framework'], code: string) {
  const of = ({ links }: FocusArea) => links.filter((link) => link.framework === framework)
  return {
    fits: areas.filter((area) => of(area).some((link) => link.code === code)),
    illegible: areas.filter((area) => !of(area).some((link) => link.code === code) && of(area).some(({ legibility }) => legibility === 'not_legible')),
  }
}
