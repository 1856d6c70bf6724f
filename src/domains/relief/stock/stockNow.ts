/** The stock of the warehouses that one may read: item by item with its lots, the kits that it makes, what it weighs and how long it lasts. */
import { sql } from 'kysely'
import { kitsAvailable, type LoadFigure, loadOf, monthsOfCover } from '../../../engines/ledger/index.ts'
import { asTheHouse, type Db, listRows } from '../../../kernel/index.ts'
import { owner } from '../office.ts'
import type { ItemRow } from '../things/item.ts'
import type { KitPart } from '../things/kit.ts'
import { Warehouse } from '../warehouses/warehouse.ts'
import { type StockRow, stockOf } from './stockOf.ts'

export type ItemStock = Pick<ItemRow, 'code' | 'name' | 'baseUnit' | 'packs' | 'weightKg' | 'volumeM3'> & {
  /** On shelves and usable; on shelves and not usable (or put aside); on the road. */
  usable: number
  notUsable: number
  onRoad: number
  /** null: nothing was issued in three months, so nobody can say. */
  monthsOfCover: number | null
  rows: StockRow[]
}
export type StockNow = {
  asOf: string
  warehouses: { id: string; code: string; name: string; place: string; open: boolean }[]
  items: ItemStock[]
  kits: { code: string; name: { pt: string; en: string }; edition: number; kits: number; limitedBy: { pt: string; en: string }[] }[]
  load: { kilograms: LoadFigure; cubicMetres: LoadFigure }
}

const monthsLookedAt = 3

export async function stockNow(db: Db, { warehouse, now }: { warehouse?: string | undefined; now: string }): Promise<StockNow> {
  const readable = (await listRows(db, Warehouse, { sort: 'code', limit: 1000 })).rows
  const warehouses = readable
    .filter(({ code }) => warehouse === undefined || code === warehouse)
    .map(({ id, code, name, place, open }) => ({ id, code, name, place, open }))
  const codes = warehouses.map(({ code }) => code)
  const { rows, items } = await stockOf(db, codes, now.slice(0, 10))
  const issued = await issuedMonthly(db, codes, now)
  const sum = (list: readonly StockRow[]) => list.reduce((total, { quantity }) => total + quantity, 0)
  const stock = [...items.values()].map((item): ItemStock => {
    const mine = rows.filter((row) => row.item === item.code)
    const shelves = mine.filter(({ kind }) => kind !== 'in_transit')
    const { code, name, baseUnit, packs, weightKg, volumeM3 } = item
    const usable = sum(shelves.filter(({ notUsable }) => notUsable === null))
    return {
      ...{ code, name, baseUnit, packs, weightKg, volumeM3, usable, notUsable: sum(shelves) - usable },
      onRoad: sum(mine.filter(({ kind }) => kind === 'in_transit')),
      monthsOfCover: monthsOfCover(usable, issued.get(code) ?? []),
      rows: mine,
    }
  })
  const lines = stock.map(({ usable, notUsable, weightKg, volumeM3 }) => ({ quantity: usable + notUsable, weight: weightKg, volume: volumeM3 }))
  const load = loadOf(lines.filter(({ quantity }) => quantity > 0))
  return { asOf: now, warehouses, items: stock.toSorted((a, b) => (a.code < b.code ? -1 : 1)), kits: await kitsOf(db, stock), load }
}

async function kitsOf(db: Db, stock: readonly ItemStock[]): Promise<StockNow['kits']> {
  const versions = await db.rows<{ code: string; name: { pt: string; en: string }; edition: number; parts: KitPart[] }>(sql`
    select distinct on (k.code) k.code, k.name, v.edition, v.parts from relief.kit k join relief.kit_version v on v.kit = k.id
    where v.valid_from <= current_date order by k.code, v.edition desc`)
  const have = Object.fromEntries(stock.map(({ code, usable }) => [code, usable]))
  const items = await db.rows<{ code: string; name: { pt: string; en: string } }>(sql`select code, name from relief.item`)
  const names = new Map(items.map(({ code, name }) => [code, name]))
  return versions.map(({ parts, ...kit }) => {
    const { kits, limitedBy } = kitsAvailable(Object.fromEntries(parts.map(({ item, perKit }) => [item, perKit])), have)
    return { ...kit, kits, limitedBy: limitedBy.map((code) => names.get(code) ?? { pt: code, en: code }) }
  })
}

/** What left with waybills in each of the last three spans of thirty days, cancelled ones taken off. */
async function issuedMonthly(db: Db, codes: readonly string[], now: string): Promise<Map<string, number[]>> {
  const rows = await asTheHouse(db, (house) =>
    house.rows<{ item: string; ago: number; quantity: number }>(sql`
      select m.item, floor(extract(epoch from (${now}::timestamptz - m.effective_at)) / 2592000)::int as ago, sum(m.quantity)::double precision as quantity
      from ledger.document d join ledger.move m on m.document = d.id
      where d.owner = ${owner} and d.kind = 'waybill' and d.series = any (${[...codes]}::text[])
        and m.effective_at > ${now}::timestamptz - make_interval(days => ${30 * monthsLookedAt}) and m.effective_at <= ${now}::timestamptz
        and not exists (select 1 from ledger.document c where c.reverses = d.id)
      group by 1, 2`),
  )
  const monthly = new Map<string, number[]>()
  for (const { item, ago, quantity } of rows) {
    const months = monthly.get(item) ?? Array.from({ length: monthsLookedAt }, () => 0)
    months[ago] = (months[ago] ?? 0) + quantity
    monthly.set(item, months)
  }
  return monthly
}
