/**
 * What people ask, pass on and remark, as each domain that listens counted it: sessions at which somebody listened, and what was heard at them. Without a session nothing is known
 * of a place and a day; with one at which nothing was heard, nothing was heard. The wording stays in its domain: here are counts alone.
 */
import type { Heard, Listened } from '../engines/message/index.ts'
import type { Db } from './db/transaction.ts'

export type HeardSource = (db: Db, days: { from: string; to: string }) => Promise<{ listened: Listened[]; heard: Heard[] }>
