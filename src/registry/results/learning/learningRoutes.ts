/** The requests of learning: the board of risks, recommendations and lessons, and what an evaluation recommends. */
import { z } from 'zod'
import { type AnyRoute, act, audit, getRow, insertRow, read, refuse, refused, route } from '../../../kernel/index.ts'
import { resultsOffice } from '../office.ts'
import { Evaluation, Recommendation } from './evaluation.ts'
import { learningBoard } from './learningBoard.ts'

export const learningRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/results/learning',
    policy: resultsOffice,
    summary: 'Risks with both parts of their score, evaluations with recommendations and what is overdue, lessons and good practices',
    answer: ({ house, actor }) =>
      read(house.doors, actor, (db) => learningBoard(db, house.pack.thresholds.recommendationAnswerDays, new Date().toISOString().slice(0, 10))),
  }),
  route({
    method: 'POST',
    url: '/api/results/evaluations/:id/recommendations',
    policy: { who: ['monitoring'], class: 2 },
    summary: 'Add what an evaluation recommends; it is open until the chief of mission answers',
    params: z.object({ id: z.string().max(60) }),
    body: z.object({ words: z.string().trim().min(1).max(2000) }),
    answer: ({ house, actor, params: { id }, body: { words } }) =>
      act(house.doors, actor, async (db) => {
        const evaluation = await getRow(db, Evaluation, id)
        if (!evaluation) return refused(refuse('access.not-found'))
        const kept = await insertRow(db, Recommendation, { scope: evaluation.scope, evaluation: id, words, state: 'open' })
        await audit(db, 'create', Recommendation.name, kept.id, {})
        return kept
      }),
  }),
]
