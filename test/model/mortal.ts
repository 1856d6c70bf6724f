/** Doors to the database that die with the process behind them: in the middle of a transaction, or after it was committed and before anybody heard of it. */
import { sql } from 'kysely'
import type pg from 'pg'
import type { Connection, Doors } from '../../src/kernel/db/pool.ts'

export class ServerKilled extends Error {}

/** `at`: how many transactions are finished before. */
export type Death = { at: number; moment: 'before-commit' | 'after-commit' }
export type Fate = { death: Death | null }

type Transacting = { execute<T>(deed: (transaction: Connection) => Promise<T>): Promise<T> }

const asItself = <Thing extends object>(thing: Thing, name: string | symbol) => {
  const found = Reflect.get(thing, name, thing)
  return typeof found === 'function' ? found.bind(thing) : found
}

const comes = (fate: Fate): Death | null => {
  const { death } = fate
  if (!death || death.at-- > 0) return null
  fate.death = null
  return death
}

function mortal(app: Connection, fate: Fate): Connection {
  const transaction = (): Transacting => ({
    async execute(deed) {
      const death = comes(fate)
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
function mortalJourneys(journeys: pg.Pool, fate: Fate): pg.Pool {
  const connect = async () => {
    const client = await journeys.connect()
    const death = comes(fate)
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

/** A new object each time: what the killed process remembered of these doors is gone with it. */
export const mortalDoors = (doors: Doors, fate: Fate): Doors => ({ ...doors, app: mortal(doors.app, fate), journeys: mortalJourneys(doors.journeys, fate) })
