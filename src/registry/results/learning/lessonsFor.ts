/** The lessons that speak to a plan, and what was answered to each: a lesson whose tags the plan shares comes back until somebody answers it. */
import { sql } from 'kysely'
import { audit, type Db, getRow, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { PlannedActivity, type PlannedActivityRow } from '../projects/plannedActivity.ts'
import { LessonAnswer, type LessonAnswerRow, type LessonRow } from './lesson.ts'

export type LessonOfPlan = LessonRow & { answer: Pick<LessonAnswerRow, 'answer' | 'words' | 'recordedAt'> | null }

type Plan = Pick<PlannedActivityRow, 'id' | 'activity' | 'places' | 'hazard' | 'modality'>

/** A tag that the lesson leaves open fits every plan; one that it names must be the plan's too. */
const speaksTo = ({ area, place, hazard, modality }: Pick<LessonRow, 'area' | 'place' | 'hazard' | 'modality'>, plan: Omit<Plan, 'id'>): boolean =>
  plan.activity.startsWith(`FA${area}.`) &&
  (place === null || plan.places.some((each) => each.startsWith(place))) &&
  (hazard === null || hazard === plan.hazard) &&
  (modality === null || modality === plan.modality)

export async function lessonsFor(db: Db, plan: Plan): Promise<LessonOfPlan[]> {
  const area = Number(plan.activity.slice(2).split('.')[0])
  const lessons = await db.rows<LessonOfPlan>(sql`
    select l.*, (select jsonb_build_object('answer', a.answer, 'words', a.words, 'recordedAt', a.recorded_at)
      from results.lesson_answer a where a.lesson = l.id and a.activity = ${plan.id} order by a.recorded_at desc, a.id limit 1) as answer
    from results.lesson l where l.area = ${area} order by l.recorded_at, l.id`)
  return lessons.filter((lesson) => speaksTo(lesson, plan))
}

export async function answerLesson(
  db: Db,
  activity: string,
  lesson: string,
  given: Pick<LessonAnswerRow, 'answer' | 'words'>,
): Promise<LessonAnswerRow | Refused> {
  const plan = await getRow(db, PlannedActivity, activity)
  if (!plan || !(await lessonsFor(db, plan)).some(({ id }) => id === lesson)) return refused(refuse('access.not-found'))
  if (given.words.trim() === '') return refused(refuse('results.lesson-without-words'))
  const kept = await insertRow(db, LessonAnswer, { scope: plan.scope, lesson, activity, ...given, words: given.words.trim() })
  await audit(db, 'results.lesson-answer', LessonAnswer.name, kept.id, { answer: given.answer })
  return kept
}
