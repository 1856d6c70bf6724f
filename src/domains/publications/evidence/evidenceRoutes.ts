/** The request of an evidence file: for those alone who may read results, products, pictures, campaigns and deliveries. */
import { z } from 'zod'
import { type AnyRoute, act, isRefused, route } from '../../../kernel/index.ts'
import { evidenceArchive } from './evidenceArchive.ts'

export const evidenceRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/publications/evidence',
    policy: { who: ['reportOfficer', 'chief', 'monitoring'], class: 2 },
    summary: 'The evidence file of a project and a period for its donor, as one ZIP with an index and the SHA-256 of every file',
    body: z.object({ project: z.uuid(), from: z.iso.date(), to: z.iso.date() }),
    answer: async ({ house, actor, body }) => {
      const made = await act(house.doors, actor, (db) => evidenceArchive(house, db, body))
      return isRefused(made) ? made : made()
    },
  }),
]
