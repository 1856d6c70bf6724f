/**
 * At each start: is this the database that we left? One that was put back to an older copy without our command gets a new epoch, so that phones offer again
 * what they hold, and its operator an alarm.
 */
import { sql } from 'kysely'
import type { Refusal } from '../refusal.ts'
import { type Epoch, epochs, renewEpoch } from './epoch.ts'
import { checkMark, keepMark, readMark } from './markFile.ts'
import type { Connection } from './pool.ts'

export type Settled = {
  epoch: Epoch
  /** What the mark knew that the database has lost; null when nothing is missing. */
  rolledBack: Refusal | null
  /** Why no mark could be written: until that is cured, a rollback stays unseen. */
  unmarked: Refusal | null
}

const highestSeq = async (connection: Connection): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`select coalesce(max(seq), 0) as seq from kernel.audit`.execute(connection)
  return rows[0]!.seq
}

/** Each minute, and at the end of `settleEpoch`. */
export async function renewMark(connection: Connection, dataFolder: string): Promise<Refusal | null> {
  const [current] = await epochs(connection)
  return current ? keepMark(dataFolder, { epoch: current.id, seq: await highestSeq(connection), at: new Date().toISOString() }) : null
}

/** Before the first write of a start, and before the mark is renewed for the first time: renewing would hide what it shows. */
export async function settleEpoch(connection: Connection, dataFolder: string): Promise<Settled> {
  const known = await epochs(connection)
  const rolledBack = checkMark(await readMark(dataFolder), { epochs: known.map(({ id }) => id), seq: await highestSeq(connection) })
  // An empty database beside an old mark is a new life, not a rollback: there is nothing that it could have forgotten in part.
  const reason = known.length === 0 ? 'new' : rolledBack ? 'rollback-found' : null
  const epoch = reason ? await renewEpoch(connection, reason) : known[0]!
  return { epoch, rolledBack: reason === 'rollback-found' ? rolledBack : null, unmarked: await renewMark(connection, dataFolder) }
}
