/** Wrong tries at a person's door: eight of them close it for a quarter of an hour, whichever way they came. */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

const triesBeforeLock = 8

export const isLocked = sql<boolean>`coalesce(locked_until > now(), false)`

export const countWrongTry = (db: Db, person: string) =>
  db.run(sql`
    update kernel.person set failed_attempts = failed_attempts + 1,
      locked_until = case when failed_attempts + 1 >= ${triesBeforeLock} then now() + interval '15 minutes' else locked_until end where id = ${person}`)

export const forgetWrongTries = (db: Db, person: string) => db.run(sql`update kernel.person set failed_attempts = 0, locked_until = null where id = ${person}`)
