/**
 * Statements that each write everything of one deed or nothing, in one journey: who acts, the statement and the commit are written to the connection together
 * and answered together, instead of four times there and back. What arrives while others are on their way travels with the next commit, so that sixteen phones
 * cost the disk a few syncs and not sixteen; each is still answered on its own, and only after that commit. One that fails takes nobody with it: what
 * travelled together is then sent again one by one.
 */
import type { CompiledQuery, RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Actor } from '../access/actor.ts'
import type { Doors } from './pool.ts'
import { introduction } from './transaction.ts'

type Corked = pg.PoolClient & { connection: { stream: { cork(): void; uncork(): void } } }
type Traveller = { actor: Actor; statement: CompiledQuery; arrived(rows: unknown[]): void; failed(error: unknown): void }
type Journeys = { waiting: Traveller[]; underWay: number }

const underWayAtMost = 3
const togetherAtMost = 16
const known = new WeakMap<Doors, Journeys>()

/** Columns come under the names that the statement gives them. */
export function inOneJourney<T>(doors: Doors, actor: Actor, statement: RawBuilder<unknown>): Promise<T[]> {
  const journeys = known.get(doors) ?? { waiting: [], underWay: 0 }
  known.set(doors, journeys)
  const compiled = statement.compile(doors.app)
  return new Promise<T[]>((resolve, reject) => {
    journeys.waiting.push({ actor, statement: compiled, arrived: (rows) => resolve(rows as T[]), failed: reject })
    if (journeys.underWay < underWayAtMost) void keepGoing(doors, journeys)
  })
}

async function keepGoing(doors: Doors, journeys: Journeys): Promise<void> {
  journeys.underWay++
  while (journeys.waiting.length > 0) await travel(doors, journeys.waiting.splice(0, togetherAtMost))
  journeys.underWay--
}

/** Never rejects: each traveller is told how it went. */
async function travel(doors: Doors, together: readonly Traveller[]): Promise<void> {
  try {
    const answers = await sent(doors, together)
    for (const [at, { arrived }] of together.entries()) arrived(answers[at]!)
  } catch (error) {
    if (together.length === 1 || !isOfOneStatement(error)) for (const { failed } of together) failed(error)
    else for (const alone of together) await travel(doors, [alone])
  }
}

/** The database has refused a statement and undone the transaction. A connection that was lost says nothing of what became of its commit. */
const isOfOneStatement = (error: unknown): boolean => (error as { severity?: unknown }).severity === 'ERROR'

async function sent(doors: Doors, together: readonly Traveller[]): Promise<unknown[][]> {
  const client = (await doors.journeys.connect()) as Corked
  const { stream } = client.connection
  stream.cork()
  const queries = [client.query('begin')]
  const own: number[] = []
  let before: Actor | null = null
  for (const { actor, statement } of together) {
    // Each statement is its own actor's: who acts is said anew where it is somebody else.
    if (!before || !sameActor(before, actor)) {
      const { sql, parameters } = introduction(actor).compile(doors.app)
      queries.push(client.query(sql, [...parameters]))
    }
    before = actor
    own.push(queries.push(client.query(statement.sql, [...statement.parameters])) - 1)
  }
  // After an error the database makes a rollback of it.
  queries.push(client.query('commit'))
  stream.uncork()
  const answers = await Promise.allSettled(queries)
  const failed = answers.find((answer) => answer.status === 'rejected')
  // A connection that was lost fails every one of them and is not used again.
  client.release(answers.at(-1)!.status === 'rejected')
  if (failed) throw failed.reason
  return own.map((at) => (answers[at] as PromiseFulfilledResult<pg.QueryResult>).value.rows)
}

const sameActor = (one: Actor, other: Actor): boolean => JSON.stringify(one) === JSON.stringify(other)
