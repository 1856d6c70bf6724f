/** How workbooks spell the state of an activity. */
import { fold } from '../../../../engines/places/spelling.ts'
import type { Language } from '../../../../kernel/index.ts'
import type { ActivityState } from '../activity.ts'

const spellings: Record<ActivityState, readonly string[]> = {
  planned: ['planned', 'planejado', 'planeado', 'planificado'],
  ongoing: ['ongoing', 'on going', 'em curso', 'em andamento'],
  completed: ['completed', 'concluido', 'terminado', 'finished'],
  suspended: ['suspended', 'suspenso'],
  cancelled: ['cancelled', 'canceled', 'cancelado'],
}
const inPortuguese: Record<ActivityState, string> = {
  planned: 'planeado',
  ongoing: 'em curso',
  completed: 'concluido',
  suspended: 'suspenso',
  cancelled: 'cancelado',
}
const states = new Map(Object.entries(spellings).flatMap(([state, words]) => words.map((word) => [word, state as ActivityState])))

export const statusOf = (written: string): ActivityState | null => states.get(fold(written)) ?? null

/** As a workbook writes it, so that it is read back as the same. */
export const wordOfStatus = (state: ActivityState, language: Language): string => (language === 'pt' ? inPortuguese[state] : state)
