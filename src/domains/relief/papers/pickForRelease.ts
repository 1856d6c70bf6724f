/** The pick list of a release: what is still to be sent of it, from which lot and shelf. */
import { sql } from 'kysely'
import { asTheHouse, type Db, getRow, type Refused, refuse, refused, today } from '../../../kernel/index.ts'
import { Release } from '../requests/release.ts'
import { onShelves } from '../stock/stockOf.ts'
import { ownWarehouse } from '../warehouses/keepWarehouse.ts'
import { type PickedLine, proposePick } from './usable.ts'

export type PickList = { organisation: string; place: string; lines: PickedLine[]; short: { item: string; missing: number }[] }

export async function pickForRelease(db: Db, code: string, id: string): Promise<PickList | Refused> {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const release = await asTheHouse(db, (house) => getRow(house, Release, id))
  if (release?.state !== 'open' || release.warehouse !== warehouse.id) return refused(refuse('relief.release-not-open'))
  const gone = await db.rows<{ item: string; quantity: number }>(sql`
    select line ->> 'item' as item, sum((line ->> 'quantity')::int)::double precision as quantity
    from relief.waybill w, jsonb_array_elements(w.lines) line where w.release = ${id}::uuid and w.state <> 'cancelled' group by 1`)
  const stock = await onShelves(db, code, today())
  const picks = release.lines.map(({ item, quantity }) => {
    const left = quantity - (gone.find((one) => one.item === item)?.quantity ?? 0)
    return { item, ...proposePick(stock, item, Math.max(0, left), today()) }
  })
  return {
    ...{ organisation: release.organisation, place: release.place, lines: picks.flatMap(({ lines }) => lines) },
    short: picks.filter(({ short }) => short > 0).map(({ item, short }) => ({ item, missing: short })),
  }
}
