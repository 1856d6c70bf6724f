/** A request may ask for kits; warehouses hold items. What lines come to in items, by the edition of the kit that each names. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'

export type KitEdition = { kit: string; edition: number; parts: { item: string; perKit: number }[] }
type Line = { code: string; edition: number | null; quantity: number }

export const kitEditions = (db: Db): Promise<KitEdition[]> =>
  db.rows<KitEdition>(sql`select k.code as kit, v.edition, v.parts from relief.kit_version v join relief.kit k on k.id = v.kit order by k.code, v.edition`)

export function itemsOf(editions: readonly KitEdition[], lines: readonly Line[]): Map<string, number> {
  const items = new Map<string, number>()
  const add = (item: string, quantity: number) => items.set(item, (items.get(item) ?? 0) + quantity)
  for (const { code, edition, quantity } of lines) {
    const parts = edition === null ? [{ item: code, perKit: 1 }] : (editions.find((each) => each.kit === code && each.edition === edition)?.parts ?? [])
    for (const { item, perKit } of parts) add(item, perKit * quantity)
  }
  return items
}
