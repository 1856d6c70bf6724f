/** Doors to the database that die with the process behind them: in the middle of a transaction, or after it was committed and before anybody heard of it. */
import { sql } from 'kysely'
import type { Connection, Doors } from '../../src/kernel/db/pool.ts'

export class ServerKilled extends Error {}

/** `at`: how many transactions are finished before. */
export type Death = { at: number; moment: 'before-commit' | 'after-commit' }
export type Fate = { death: Death | null }

type Transacting = { execute<T>(deed: (transaction: Connection) => Promise<T>): Promise<T> }

function mortal(app: Connection, fate: Fate): Connection {
  const transaction = (): Transacting => ({
    async execute(deed) {
      const { death } = fate
      if (!death || death.at-- > 0) return app.transaction().execute((inside) => deed(inside as unknown as Connection))
      fate.death = null
      const answer = await app.transaction().execute(async (inside) => {
        const done = await deed(inside as unknown as Connection)
        // The database notices that its client is gone, and takes back what was not committed.
        if (death.moment === 'before-commit') await sql`select pg_terminate_backend(pg_backend_pid())`.execute(inside)
        return done
      })
      if (death.moment === 'after-commit') throw new ServerKilled('after commit')
      return answer
    },
  })
  return new Proxy(app, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name, target)) })
}

/** A new object each time: what the killed process remembered of these doors is gone with it. */
export const mortalDoors = (doors: Doors, fate: Fate): Doors => ({ ...doors, app: mortal(doors.app, fate) })
