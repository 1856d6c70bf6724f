/** What a reviewer looks at beside the answers themselves: the files that came with them, and by which questions the queue can be filtered. */
import { z } from 'zod'
import { read, refused } from '../../db/transaction.ts'
import { type AnyRoute, route } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import { shapeOf } from '../questionTable.ts'
import { filterQuestions } from './filterQuestions.ts'
import { readers } from './reviewRoutes.ts'
import { sentFile } from './sentFile.ts'

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
  route({
    method: 'GET',
    url: '/api/forms/review/:id/files/:file',
    policy: readers,
    summary: 'A file that came with a submission; of a restricted form only for those who decide on it',
    params: z.object({ id: z.uuid(), file: z.uuid() }),
    answer: ({ house, actor, params }) => sentFile(house, actor, params.id, params.file),
  }),
]
