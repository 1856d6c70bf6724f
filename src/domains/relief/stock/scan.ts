/** What a code on a box or a shelf stands for: a shelf of this warehouse, an item, or a lot. What is no code is looked for in the names of items. */
import { sql } from 'kysely'
import { asTheHouse, type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { thingsOf } from '../papers/lines.ts'
import { notUsable, type OnShelf } from '../papers/usable.ts'
import type { ItemRow } from '../things/item.ts'
import { readWarehouse, shelvesOf } from '../warehouses/keepWarehouse.ts'
import { onShelves } from './stockOf.ts'

type Thing = Pick<ItemRow, 'code' | 'name' | 'baseUnit' | 'packs' | 'expires'>
export type Scanned =
  | { kind: 'shelf'; shelf: string }
  /** `there`: where it lies in this warehouse; `lots`: every lot that it has. */
  | {
      kind: 'item'
      item: Thing
      lot: string | null
      lots: { code: string; expiry: string | null; usable: boolean }[]
      there: Pick<OnShelf, 'lot' | 'shelf' | 'quantity'>[]
    }
  | { kind: 'choices'; items: Thing[] }

export async function scan(db: Db, code: string, typed: string, today: string): Promise<Scanned | Refused> {
  const warehouse = await readWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const wanted = typed.toLowerCase()
  const shelf = (await shelvesOf(db, code)).find((one) => [one.code, one.code.slice(code.length + 1)].some((name) => name.toLowerCase() === wanted))
  if (shelf && shelf.kind !== 'in_transit') return { kind: 'shelf', shelf: shelf.code }
  return asTheHouse(db, async (house) => {
    const found = await house.rows<Thing & { lot: string | null }>(sql`
      select i.code, i.name, i.base_unit, i.packs, i.expires, null as lot from relief.item i where lower(i.code) = ${wanted}
      union all
      select i.code, i.name, i.base_unit, i.packs, i.expires, l.code from relief.lot l join relief.item i on i.id = l.item where lower(l.code) = ${wanted}
      limit 9`)
    if (found.length === 1) return itemFound(house, code, found[0]!, today)
    const named = await house.rows<Thing>(sql`
      select code, name, base_unit, packs, expires from relief.item
      where name ->> 'pt' ilike ${`%${typed.replace(/[%_\\]/g, '\\$&')}%`} or name ->> 'en' ilike ${`%${typed.replace(/[%_\\]/g, '\\$&')}%`} order by code limit 8`)
    const items = found.length > 0 ? found.map(({ lot, ...item }) => item) : named
    return items.length > 0 ? { kind: 'choices' as const, items } : refused(refuse('relief.nothing-by-this-code', { code: typed }))
  })
}

async function itemFound(db: Db, warehouse: string, { lot, ...item }: Thing & { lot: string | null }, today: string): Promise<Scanned> {
  const things = await thingsOf(db, [{ item: item.code }])
  const row = things.items.get(item.code)!
  const there = (await onShelves(db, warehouse, today)).filter((one) => one.item === item.code)
  return {
    ...{ kind: 'item', item, lot },
    lots: [...things.lots.values()]
      .toSorted((a, b) => ((a.expiry ?? '~') < (b.expiry ?? '~') ? -1 : 1))
      .map((one) => ({ code: one.code, expiry: one.expiry, usable: notUsable({ item: row, lot: one, kind: 'bin' }, today) === null })),
    there: there.map(({ lot: of, shelf, quantity }) => ({ lot: of, shelf, quantity })),
  }
}
