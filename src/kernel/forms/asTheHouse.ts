/**
 * Some rows are the house's to write, whoever gave the reason for it: answers with their corrections, origins, items of lists, the records that approved answers
 * become. A deed asks first whether the person may do it; then the house writes what follows, in the same transaction and in the person's name.
 */
import { sql } from 'kysely'
import { theSystem } from '../access/actor.ts'
import type { Db } from '../db/transaction.ts'

type Settings = { roles: string; class: string; areas: string; low: string; high: string; oneArea: string }
const everywhere: Settings = { roles: '{system}', class: '4', areas: '{"[\\"\\",~)"}', low: '', high: '~', oneArea: 'true' }

const set = (db: Db, to: Settings) =>
  db.rows(sql`
    select set_config('app.roles', ${to.roles}, true), set_config('app.class', ${to.class}, true), set_config('app.areas', ${to.areas}, true),
      set_config('app.low', ${to.low}, true), set_config('app.high', ${to.high}, true), set_config('app.one_area', ${to.oneArea}, true)`)

export async function asTheHouse<T>(db: Db, deed: (house: Db) => Promise<T>): Promise<T> {
  if (db.actor.roles.includes('system')) return deed(db)
  const before = await db.one<Settings>(sql`
    select current_setting('app.roles') as roles, current_setting('app.class') as class, current_setting('app.areas') as areas,
      current_setting('app.low') as low, current_setting('app.high') as high, current_setting('app.one_area') as one_area`)
  await set(db, everywhere)
  const done = await deed({ ...db, actor: { ...theSystem, userId: db.actor.userId } })
  // A deed that throws rolls the transaction back, and the settings with it.
  await set(db, before!)
  return done
}
