/** How workbooks spell the state of an activity. */
import { fold } from '../../../../engines/places/spelling.ts'
import type { ActivityState } from '../activity.ts'

const spellings: Record<ActivityState, readonly string[]> = {
  planned: ['planned', 'planejado', 'planeado', 'planificado'],
  ongoing: ['ongoing', 'on going', 'em curso', 'em andamento'],
  completed: ['completed', 'concluido', 'terminado', 'finished'],
  suspended: ['suspended', 'suspenso'],
  cancelled: ['cancelled', 'canceled', 'cancelado'],
}
const states = new Map(Object.entries(spellings).flatMap(([state, words]) => words.map((word) => [word, state as ActivityState])))

export const statusOf = (written: string): ActivityState | null => states.get(fold(written)) ?? null
