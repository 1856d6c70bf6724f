/**
 * Everything that is read or written happens inside a transaction that knows who acts: the settings of the row level policies and the author of each
 * audit line are set at its start and vanish with it.
 */
import { type Transaction as KyselyTransaction, type RawBuilder, sql } from 'kysely'
import { type Actor, areaRanges, highestClass, theSystem } from '../access/actor.ts'
import type { Refusal } from '../refusal.ts'
import type { Connection, Doors } from './pool.ts'

export type Db = {
  actor: Actor
  rows<T>(query: RawBuilder<unknown>): Promise<T[]>
  /** The first row, or null. */
  one<T>(query: RawBuilder<unknown>): Promise<T | null>
  /** How many rows were written. */
  run(query: RawBuilder<unknown>): Promise<number>
}

export type Refused = { refused: Refusal[] }
export const refused = (...refusals: Refusal[]): Refused => ({ refused: refusals })
export const isRefused = (answer: unknown): answer is Refused => typeof answer === 'object' && answer !== null && 'refused' in answer

/** Carries refusals out of a transaction so that it rolls back; `act` turns it into an answer and it never leaves this file. */
class RolledBack extends Error {
  readonly refusals: Refusal[]
  constructor(refusals: Refusal[]) {
    super('rolled back')
    this.refusals = refusals
  }
}

const range = ([low, high]: [string, string]) => `[${JSON.stringify(low)},${JSON.stringify(high)})`

/** Who acts, for the policies of the database: vanishes with the transaction. */
export function introduction(actor: Actor): RawBuilder<unknown> {
  const ranges = areaRanges(actor)
  const lows = ranges.map(([low]) => low).sort()
  const highs = ranges.map(([, high]) => high).sort()
  // What an assignment may name: the person, his phone, his roles.
  const targets = [actor.userId, actor.device, ...actor.roles].filter((target) => target)
  return sql`/*= introduce */
    select set_config('app.user', ${actor.userId ?? ''}, true), set_config('app.roles', ${`{${actor.roles.join(',')}}`}, true),
      set_config('app.class', ${String(highestClass(actor))}, true), set_config('app.areas', ${`{${ranges.map(range).join(',')}}`}, true),
      set_config('app.low', ${lows[0] ?? ''}, true), set_config('app.high', ${highs.at(-1) ?? ''}, true),
      set_config('app.one_area', ${String(ranges.length < 2)}, true), set_config('app.targets', ${`{${targets.join(',')}}`}, true),
      set_config('app.organisation', ${actor.organisation ?? ''}, true)`
}

const introduce = (transaction: KyselyTransaction<Record<string, never>>, actor: Actor) => introduction(actor).execute(transaction)

const dbOver = (connection: Connection | KyselyTransaction<Record<string, never>>, actor: Actor): Db => ({
  actor,
  rows: async <T>(query: RawBuilder<unknown>) => (await query.execute(connection)).rows as T[],
  one: async <T>(query: RawBuilder<unknown>) => ((await query.execute(connection)).rows[0] as T | undefined) ?? null,
  run: async (query: RawBuilder<unknown>) => Number((await query.execute(connection)).numAffectedRows ?? 0),
})

/** Runs one deed of one actor. An answer with refusals rolls everything back: nothing is ever half written. */
export async function act<T>(doors: Doors, actor: Actor, deed: (db: Db) => Promise<T | Refused>): Promise<T | Refused> {
  try {
    return await doors.app.transaction().execute(async (transaction) => {
      await introduce(transaction, actor)
      const answer = await deed(dbOver(transaction, actor))
      if (isRefused(answer)) throw new RolledBack(answer.refused)
      return answer
    })
  } catch (error) {
    if (error instanceof RolledBack) return { refused: error.refusals }
    throw error
  }
}

/** The same for reading, where no refusal is expected. */
export async function read<T>(doors: Doors, actor: Actor, question: (db: Db) => Promise<T>): Promise<T> {
  return doors.app.transaction().execute(async (transaction) => {
    await introduce(transaction, actor)
    return question(dbOver(transaction, actor))
  })
}

/** As the owner: migrations, seals and the book of sign-ins, which no row policy covers. Never with anything that a person asked for. */
export const asOwner = (doors: Doors): Db => dbOver(doors.owner, theSystem)
