/** The strategy map and the projects under it, as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Achievement, Standing } from '../../../engines/indicators/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get, withQuery } from './ask.ts'

type MapIndicator = { code: string; value: number | null; toDay: string | null; inDate: boolean; standing: Standing; achievement: Achievement }
export type MapArea = {
  area: number
  activities: { planned: number; underWay: number; late: number; done: number }
  indicators: MapIndicator[]
  inDate: number
  unknown: number
  letters: { active: number; all: number }
}
type Named = { id: string; name: string }
export type StrategyMap = { asOf: string; areas: MapArea[]; harmRisks: number; donors: Named[] }

export type Project = {
  id: string
  version: number
  code: string
  name: Bilingual
  summary: Bilingual
  donor: string
  donorName: string
  agreement: string | null
  agreedOn: string | null
  budget: { minor: number; currency: string }
  fromDay: string
  toDay: string
  iatiIdentifier: string | null
  state: 'pipeline' | 'implementation' | 'finalisation' | 'closed' | 'cancelled' | 'suspended'
  open: boolean
}
export type ListedProject = Project & { activities: number; underWay: number; late: number; done: number }
export type ProjectResult = { id: string; kind: 'outcome' | 'output'; name: Bilingual; assumption: string | null; indicators: string[] }
export type LessonOfPlan = { id: string; title: string; advice: string; happened: string; answer: { answer: string; words: string } | null }
export type PlannedActivity = {
  id: string
  version: number
  places: string[]
  partners: string[]
  result: string | null
  activity: string
  name: Bilingual
  placeNames: string[]
  partnerNames: string[]
  fromDay: string
  toDay: string
  budgetLine: string | null
  markers: { code: string; how: string }[]
  nexusPart: string | null
  hazard: string | null
  modality: string | null
  state: 'planned' | 'underWay' | 'done' | 'cancelled'
  cancelledBecause: string | null
  late: boolean
  notes: { id: string; day: string; words: string }[]
  lessons: LessonOfPlan[]
}
export type OneProject = { project: Project; results: ProjectResult[]; activities: PlannedActivity[] }
export type LifeStep = {
  name: string
  label: Bilingual
  asks: Record<string, { label: Bilingual; required: boolean; kind: string; values?: string[]; letters?: number }>
  obstacles: SpokenRefusal[]
}

/** Who reads projects, plans and lessons. */
export const projectReaders = [
  'admin',
  'dataOfficer',
  'reportOfficer',
  'governmentReviewer',
  'coordinator',
  'chief',
  'monitoring',
  'clusterCoordinator',
] as const

export const useStrategyMap = (asked: { place: string | null; donor: string | null }, may: boolean) =>
  useQuery({ queryKey: ['results', 'map', asked], queryFn: () => get<StrategyMap>(withQuery('/api/results/map', asked)), enabled: may })
export const useProjects = () => useQuery({ queryKey: ['results', 'projects'], queryFn: () => get<{ projects: ListedProject[] }>('/api/results/projects') })
export const useProject = (id: string) =>
  useQuery({ queryKey: ['results', 'project', id], queryFn: () => get<OneProject>(`/api/results/projects/${id}`), retry: false })
export const useDonors = () => useQuery({ queryKey: ['results', 'donors'], queryFn: () => get<{ organisations: Named[] }>('/api/results/projects/donors') })
/** `path`: the record in an address, such as `planned-activity`. */
export const useLifeSteps = (domain: string, path: string, id: string, may: boolean) =>
  useQuery({ queryKey: [domain, 'life', path, id], queryFn: () => get<LifeStep[]>(`/api/${domain}/${path}/${id}/steps`), enabled: may })
