/** What a reviewer looks at beside the answers themselves: by which questions the queue can be filtered. */
import { z } from 'zod'
import { read, refused } from '../../db/transaction.ts'
import { type AnyRoute, route } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import { shapeOf } from '../questionTable.ts'
import { filterQuestions } from './filterQuestions.ts'
import { readers } from './reviewRoutes.ts'

export const lookRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/forms/review/forms/:id/questions',
    policy: readers,
    summary: 'The questions by which the queue can be filtered, and what each can be asked',
    params: z.object({ id: z.uuid() }),
    answer: async ({ house, actor, params }) => {
      const shape = await read(house.doors, actor, (db) => shapeOf(house, db, params.id))
      return shape ? { questions: filterQuestions(shape) } : refused(refuse('access.not-found'))
    },
  }),
]
