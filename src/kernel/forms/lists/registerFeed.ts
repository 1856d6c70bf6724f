/**
 * Lists that are views of a register learn of its changes from the register itself: every statement that writes there leaves a line in the change feed, whether
 * a person, an import or another server wrote it. Here the registers are told to do so, and lines become items of a list.
 */
import { sql } from 'kysely'
import { type Actor, covers } from '../../access/actor.ts'
import type { Doors } from '../../db/pool.ts'
import { read } from '../../db/transaction.ts'
import type { FieldListView } from '../fieldListView.ts'

export const topicOf = ({ table }: { table: string }): string => `register:${table}`

const told = [
  ['insert', 'new table as rows_after'],
  ['update', 'old table as rows_before new table as rows_after'],
  ['delete', 'old table as rows_before'],
] as const

/** At each start, as the policies: a list that a domain declares anew is fed from then on. */
export async function feedFromRegisters(doors: Doors, views: readonly FieldListView[]): Promise<void> {
  const registers = new Map<string, string>()
  for (const { table, key } of views.flatMap((view) => view.registers)) {
    if ((registers.get(table) ?? key) !== key) throw new Error(`two lists name the rows of ${table} by different columns`)
    registers.set(table, key)
  }
  await doors.owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(7302)`.execute(transaction)
    for (const [table, key] of registers)
      for (const [deed, rows] of told)
        await sql
          .raw(
            `create or replace trigger tells_${deed} after ${deed} on ${table} referencing ${rows} for each statement execute function kernel.tell_register('${table}', '${key}')`,
          )
          .execute(transaction)
  })
}

export type RegisterLine = { topic: string; recordId: string; scope: string; class: number; deleted: boolean }

/** The items that these lines may have changed for this actor; null: the list says nothing of single items and comes whole. */
export async function itemsChanged(doors: Doors, actor: Actor, view: FieldListView, lines: readonly RegisterLine[]): Promise<string[] | null> {
  const { itemsWith } = view
  if (!itemsWith) return null
  const items = new Set<string>()
  const there = new Map<string, string[]>(view.registers.map(({ table }) => [table, []]))
  for (const register of view.registers)
    for (const line of lines.filter(({ topic }) => topic === topicOf(register)))
      if (!line.deleted) there.get(register.table)!.push(line.recordId)
      // Nobody can be asked any more whether he saw it; what is public was seen by all.
      else if (register.isItem && (line.class <= 1 || covers(actor, line.scope))) items.add(line.recordId)
  for (const item of await read(doors, actor, (db) => itemsWith(db, there))) items.add(item)
  return [...items]
}
