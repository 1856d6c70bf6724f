/**
 * Coordination: who does what where, and how partners meet, agree and learn. Strategy: the chapters on partnerships and on monitoring, and the training lines of
 * most focus areas. Start reading here: each part declares its own records, routes and sentences.
 */
import { domain } from '../../kernel/index.ts'

export const coordination = domain({
  name: 'coordination',
  serves: ['MEAL'],
  records: [],
  migrations: new URL('./migrations/', import.meta.url),
})
