/** Partners' accounts follow their organisation when it is joined to another, and go back with it. Nothing else of a person is read or changed by it. */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/** `those` null: all that work for it. Whoever is moved sees the rows of the other organisation from the next request on. */
export async function moveAccounts(db: Db, from: string, to: string, those: readonly string[] | null): Promise<string[]> {
  const moved = await db.one<{ people: string[] }>(sql`select kernel.move_accounts(${from}::uuid, ${to}::uuid, ${those}::uuid[]) as people`)
  return moved!.people
}
