/**
 * One statement of one actor in one journey: who acts, the statement and its commit are written to the connection together and answered together, instead of
 * four times there and back. For what comes hundreds of times a second and either writes everything by one statement or nothing.
 */
import type { RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Actor } from '../access/actor.ts'
import type { Doors } from './pool.ts'
import { introduction } from './transaction.ts'

type Corked = pg.PoolClient & { connection: { stream: { cork(): void; uncork(): void } } }

/** Columns come under the names that the statement gives them. */
export async function inOneJourney<T>(doors: Doors, actor: Actor, statement: RawBuilder<unknown>): Promise<T[]> {
  const compiled = [introduction(actor), statement].map((query) => query.compile(doors.app))
  const client = (await doors.journeys.connect()) as Corked
  const { stream } = client.connection
  stream.cork()
  const sent = [
    client.query('begin'),
    ...compiled.map(({ sql, parameters }) => client.query(sql, [...parameters])),
    // After an error the database makes a rollback of it.
    client.query('commit'),
  ]
  stream.uncork()
  const answers = await Promise.allSettled(sent)
  const failed = answers.find((answer) => answer.status === 'rejected')
  // A connection that was lost fails every one of them and is not used again.
  client.release(answers.at(-1)!.status === 'rejected')
  if (failed) throw failed.reason
  return (answers[2] as PromiseFulfilledResult<pg.QueryResult>).value.rows as T[]
}
