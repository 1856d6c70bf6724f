/**
 * Erasing: rows go and a tombstone stays (hash of the id, reason, day) in one transaction; the keys are destroyed once it is committed, or a transaction that fails
 * would take away what it did not erase. A crash between the two is mended within a minute, and so is an old database or an old vault that was put back: whichever of the two remembers the erasure teaches the other, before the door opens.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { theSystem } from '../access/actor.ts'
import type { Connection, Doors } from '../db/pool.ts'
import { act, asOwner, type Db, isRefused } from '../db/transaction.ts'
import type { Domain } from '../domain.ts'
import type { House } from '../house.ts'
import type { Alone, Vault } from './vault.ts'

/** Of an id that was erased, as its tombstone has it: whoever still knows the id can hold it against this, nobody else learns it. */
export const hashOfErased = (id: string): string => createHash('sha256').update(`capulana-erased-1\n${id}`).digest('hex')

/** One writer of the vault at a time, among all processes on this database. */
export const aloneOn =
  (owner: Connection): Alone =>
  (deed) =>
    owner.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(7305)`.execute(transaction)
      return deed()
    })

/** In the transaction that removes the rows; `destroyBuried` follows its commit. */
export async function bury(db: Db, what: string, ids: readonly string[], reason: string): Promise<void> {
  if (ids.length === 0) return
  await db.run(sql`
    insert into kernel.tombstone (id_hash, what, reason) select h, ${what}, ${reason} from unnest(${ids.map(hashOfErased)}::text[]) h on conflict do nothing`)
  await db.run(sql`insert into kernel.key_to_destroy (id) select i from unnest(${[...ids]}::uuid[]) i on conflict do nothing`)
}

export type Buried = { what: string; reason: string; day: string; records: number }

/** What was erased, by kind, reason and day: all that may be told of it. */
export const buriedNow = (db: Db): Promise<Buried[]> =>
  db.rows<Buried>(sql`
    select what, reason, at::date as day, count(*)::int as records from kernel.tombstone group by what, reason, at::date order by at::date desc, what, reason limit 200`)

/** After each erasure, and every minute for what a killed process left. */
export async function destroyBuried({ doors, vault }: Pick<House, 'doors' | 'vault'>): Promise<number> {
  const owner = asOwner(doors)
  const ids = (await owner.rows<{ id: string }>(sql`select id from kernel.key_to_destroy`)).map(({ id }) => id)
  if (ids.length === 0) return 0
  const destroyed = await vault.destroy(ids)
  await owner.run(sql`delete from kernel.key_to_destroy where id = any (${ids}::uuid[])`)
  return destroyed
}

/** Before anybody is let in. Gives how many came back with the database and were erased again, and how many keys came back with the vault. */
export async function settleVault(doors: Doors, vault: Vault, domains: readonly Domain[]): Promise<{ erasedAgain: number; destroyedAgain: number }> {
  await destroyBuried({ doors, vault })
  const buried = new Set((await asOwner(doors).rows<{ idHash: string }>(sql`select id_hash from kernel.tombstone`)).map(({ idHash }) => idHash))
  const cameBack: string[] = []
  let known = 0
  for (const { id, destroyed } of vault.entries()) {
    if (!destroyed) continue
    if (buried.has(hashOfErased(id))) known++
    else cameBack.push(id)
  }
  // Only where the database knows more erasures than the vault does each living key is looked at.
  const alive = buried.size > known ? [...vault.entries()].filter(({ id, destroyed }) => !destroyed && buried.has(hashOfErased(id))).map(({ id }) => id) : []
  const destroyedAgain = await vault.destroy(alive)
  if (cameBack.length > 0) await eraseAgain(doors, domains, cameBack)
  return { erasedAgain: cameBack.length, destroyedAgain }
}

async function eraseAgain(doors: Doors, domains: readonly Domain[], ids: readonly string[]): Promise<void> {
  const done = await act(doors, theSystem, async (db) => {
    for (const { erase } of domains) await erase?.(db, ids)
    await bury(db, 'restored', ids, 'erased before the database was put back')
  })
  if (isRefused(done)) throw new Error(`erasing again: ${done.refused.map(({ code }) => code).join(', ')}`)
}
