/** Publications: what partners ask for beyond what is public, and how it is given. Strategy: focus area 15, key result 1 and activity E. Start reading here. */
import { domain } from '../../kernel/index.ts'
import { DataRequest } from './dataRequest.ts'
import { eraseRequests } from './decideRequest.ts'
import { forgetOldRequests } from './forgetRequests.ts'
import { publicationSentences } from './publicationSentences.ts'
import { requestRoutes } from './requestRoutes.ts'

export const publications = domain({
  name: 'publications',
  serves: ['FA15.E'],
  records: [DataRequest],
  routes: requestRoutes,
  sentences: publicationSentences,
  erase: async (db, ids) => void (await eraseRequests(db, ids, 'erased before the database was put back')),
  // After the nightly backup.
  jobs: [{ queue: 'forget-requests', cron: '50 1 * * *', work: (house) => forgetOldRequests(house, new Date()) }],
  migrations: new URL('./migrations/', import.meta.url),
})
