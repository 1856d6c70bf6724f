/** What the mission may be harmed by, was told by evaluators, and has learned: risks with both parts of their score, recommendations overdue, lessons. */
import { sql } from 'kysely'
import type { Db, RowOf } from '../../../kernel/index.ts'
import type { Evaluation, Recommendation } from './evaluation.ts'
import type { LessonRow } from './lesson.ts'
import type { Risk } from './risk.ts'

type RiskRow = RowOf<typeof Risk>
type RecommendationRow = RowOf<typeof Recommendation>

export type LearningBoard = {
  risks: (RiskRow & { score: number; reviewOverdue: boolean })[]
  evaluations: RowOf<typeof Evaluation>[]
  recommendations: (RecommendationRow & { evaluationTitle: string; overdue: boolean })[]
  lessons: (LessonRow & { answers: number })[]
}

/** Days within which management answers a recommendation: from the country pack, counted from the day on which it was written down. */
const overdue = ({ state, due, recordedAt }: RecommendationRow, answerDays: number, today: string): boolean => {
  if (state === 'answered') return due !== null && due < today
  const until = new Date(Date.parse(recordedAt) + answerDays * 86_400_000).toISOString().slice(0, 10)
  return state === 'open' && until < today
}

export async function learningBoard(db: Db, answerDays: number, today: string): Promise<LearningBoard> {
  const risks = await db.rows<RiskRow>(sql`
    select * from results.risk order by standing = 'closed', harm desc, likelihood * impact desc, recorded_at, id`)
  const recommendations = await db.rows<RecommendationRow & { evaluationTitle: string }>(sql`
    select r.*, e.title as evaluation_title from results.recommendation r join results.evaluation e on e.id = r.evaluation
    order by r.state = 'done', r.recorded_at, r.id`)
  return {
    risks: risks.map((risk) => ({ ...risk, score: risk.likelihood * risk.impact, reviewOverdue: risk.standing !== 'closed' && risk.reviewOn < today })),
    evaluations: await db.rows(sql`select * from results.evaluation order by day desc, id`),
    recommendations: recommendations.map((each) => ({ ...each, overdue: overdue(each, answerDays, today) })),
    lessons: await db.rows(sql`
      select l.*, (select count(*)::int from results.lesson_answer a where a.lesson = l.id) as answers from results.lesson l order by l.area, l.recorded_at desc`),
  }
}
