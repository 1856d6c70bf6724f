/**
 * The epoch says which life of the database this is. After a restore, or when somebody has put an older copy back, it changes, so that phones offer again what
 * they still hold and readers of the change feed start anew.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Connection } from './pool.ts'

export type EpochReason = 'new' | 'restore' | 'rollback-found' | 'import'

export type Epoch = { id: string; since: string; reason: EpochReason }

/** All of them, the current one first. */
export async function epochs(connection: Connection): Promise<Epoch[]> {
  return (await sql<Epoch>`select id, since, reason from kernel.epoch order by since desc, id`.execute(connection)).rows
}

/** The new one is the latest even where the clock was set back since the last. */
export async function renewEpoch(connection: Connection, reason: EpochReason): Promise<Epoch> {
  const id = randomBytes(4).toString('hex')
  const { rows } = await sql<Epoch>`
    insert into kernel.epoch (id, since, reason)
    select ${id}, greatest(clock_timestamp(), max(since) + interval '1 millisecond'), ${reason} from kernel.epoch
    returning id, since, reason
  `.execute(connection)
  return rows[0]!
}

export async function hasEpochs(connection: Connection): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select to_regclass('kernel.epoch') is not null as known`.execute(connection)
  return rows[0]!.known
}
