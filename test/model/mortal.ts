/**
 * Doors to the database that die with the process behind them: in the middle of a transaction, or after it was committed and before anybody heard of it. One
 * server serves every schedule; which of its requests dies, and when, goes along with the request.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Connection, Doors } from '../../src/kernel/db/pool.ts'

/** As a connection tells it that lost its other end: an expected accident, not a bug to be logged. */
class ServerKilled extends Error {
  readonly code = 'ECONNRESET'
}

/** `at`: how many transactions are finished before. */
export type Death = { at: number; moment: 'before-commit' | 'after-commit' }
export type Fate = { death: Death | null; isDead: boolean }

export const fates = new AsyncLocalStorage<Fate>()

type Transacting = { execute<T>(deed: (transaction: Connection) => Promise<T>): Promise<T> }

const asItself = <Thing extends object>(thing: Thing, name: string | symbol) => {
  const found = Reflect.get(thing, name, thing)
  return typeof found === 'function' ? found.bind(thing) : found
}

function comes(): Death | null {
  const fate = fates.getStore()
  if (fate?.isDead) throw new ServerKilled('nobody is there')
  if (!fate?.death || fate.death.at-- > 0) return null
  fate.isDead = true
  return fate.death
}

function mortal(app: Connection): Connection {
  const transaction = (): Transacting => ({
    async execute(deed) {
      const death = comes()
      const answer = await app.transaction().execute(async (inside) => {
        const done = await deed(inside as unknown as Connection)
        // The database notices that its client is gone, and takes back what was not committed.
        if (death?.moment === 'before-commit') await sql`select pg_terminate_backend(pg_backend_pid())`.execute(inside)
        return done
      })
      if (death?.moment === 'after-commit') throw new ServerKilled('after commit')
      return answer
    },
  })
  return new Proxy(app, { get: (target, name) => (name === 'transaction' ? transaction : asItself(target, name)) })
}

/** Statements in one journey: what is written together with the commit dies before it, or after it. */
function mortalJourneys(journeys: pg.Pool): pg.Pool {
  const connect = async () => {
    const death = comes()
    const client = await journeys.connect()
    if (!death) return client
    const query = async (text: string, values?: unknown[]) => {
      if (text !== 'commit') return client.query(text, values)
      if (death.moment === 'before-commit') await client.query('select pg_terminate_backend(pg_backend_pid())')
      await client.query(text)
      throw new ServerKilled('after commit')
    }
    return new Proxy(client, { get: (target, name) => (name === 'query' ? query : asItself(target, name)) })
  }
  return new Proxy(journeys, { get: (target, name) => (name === 'connect' ? connect : asItself(target, name)) })
}

export const mortalDoors = (doors: Doors): Doors => ({ ...doors, app: mortal(doors.app), journeys: mortalJourneys(doors.journeys) })
