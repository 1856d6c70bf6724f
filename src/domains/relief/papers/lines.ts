/** What the keeper types, as the ledger writes it: packs turned into base units, the lot known, the shelf in this warehouse. */
import { sql } from 'kysely'
import type { Db, Refusal, Refused } from '../../../kernel/index.ts'
import { refuse } from '../../../kernel/index.ts'
import type { ItemRow } from '../things/item.ts'
import type { LotRow } from '../things/lot.ts'
import type { StockLineGiven } from '../typed.ts'
import { type Shelf, shelvesOf } from '../warehouses/keepWarehouse.ts'

export type StockLine = { item: ItemRow; lot: LotRow | null; lotCode: string; shelf: Shelf; quantity: number }
export type Things = { items: Map<string, ItemRow>; lots: Map<string, LotRow> }

const lotKey = (item: string, lot: string) => `${item} ${lot}`

export async function thingsOf(db: Db, lines: readonly { item: string; lot?: string }[]): Promise<Things> {
  const items = await db.rows<ItemRow>(sql`select * from relief.item where code = any (${[...new Set(lines.map(({ item }) => item))]}::text[])`)
  const lots = await db.rows<LotRow & { itemCode: string }>(sql`
    select l.*, i.code as item_code from relief.lot l join relief.item i on i.id = l.item where i.code = any (${items.map(({ code }) => code)}::text[])`)
  return { items: new Map(items.map((item) => [item.code, item])), lots: new Map(lots.map((lot) => [lotKey(lot.itemCode, lot.code), lot])) }
}

export const lotOf = ({ lots }: Things, item: string, lot: string): LotRow | null => lots.get(lotKey(item, lot)) ?? null

/** Base units, or why nobody can say how many they are. */
function baseUnitsOf(item: ItemRow, { quantity, pack }: Pick<StockLineGiven, 'quantity' | 'pack'>): number | Refusal {
  if (pack === null) return quantity
  const known = item.packs.find(({ name }) => name === pack)
  return known ? quantity * known.units : refuse('relief.unit-unknown', { item: item.code, unit: pack })
}

export function wrongThing(things: Things, { item, lot }: { item: string; lot: string }): Refusal | null {
  if (!things.items.has(item)) return refuse('relief.item-unknown', { item })
  if (lot !== '' && !lotOf(things, item, lot)) return refuse('relief.lot-unknown', { item, lot })
  return lot === '' && things.items.get(item)!.expires ? refuse('relief.expiry-missing', { item, lot }) : null
}

export async function stockLines(db: Db, warehouse: string, given: readonly StockLineGiven[]): Promise<StockLine[] | Refused> {
  const things = await thingsOf(db, given)
  const shelves = await shelvesOf(db, warehouse)
  const wrong: Refusal[] = []
  const lines: StockLine[] = []
  for (const { item: code, lot, shelf: shelfCode, ...much } of given) {
    const shelf = shelves.find((one) => one.code === shelfCode && one.kind !== 'in_transit')
    const bad = wrongThing(things, { item: code, lot }) ?? (shelf ? null : refuse('relief.shelf-unknown', { shelf: shelfCode, warehouse }))
    const item = things.items.get(code)
    const quantity = item && !bad ? baseUnitsOf(item, much) : 0
    if (bad) wrong.push(bad)
    else if (typeof quantity === 'number') lines.push({ item: item!, lot: lotOf(things, code, lot), lotCode: lot, shelf: shelf!, quantity })
    else wrong.push(quantity)
  }
  return wrong.length > 0 ? { refused: wrong } : lines
}
