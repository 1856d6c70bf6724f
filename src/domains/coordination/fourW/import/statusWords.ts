/** How workbooks spell the state of an activity; the first of each language is what ours write. */
import { fold } from '../../../../engines/places/spelling.ts'
import type { Language } from '../../../../kernel/index.ts'
import type { ActivityState } from '../activity.ts'

const spellings: Record<ActivityState, Record<Language, readonly [string, ...string[]]>> = {
  planned: { pt: ['planeado', 'planejado', 'planificado'], en: ['planned'] },
  ongoing: { pt: ['em curso', 'em andamento'], en: ['ongoing', 'on going'] },
  completed: { pt: ['concluido', 'terminado'], en: ['completed', 'finished'] },
  suspended: { pt: ['suspenso'], en: ['suspended'] },
  cancelled: { pt: ['cancelado'], en: ['cancelled', 'canceled'] },
}
const states = new Map(Object.entries(spellings).flatMap(([state, { pt, en }]) => [...pt, ...en].map((word) => [word, state as ActivityState])))

export const statusOf = (written: string): ActivityState | null => states.get(fold(written)) ?? null

/** As a workbook writes it, so that it is read back as the same. */
export const wordOfStatus = (state: ActivityState, language: Language): string => spellings[state][language][0]
