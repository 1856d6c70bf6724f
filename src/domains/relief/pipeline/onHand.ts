/** What lies on the shelves of the warehouses and may leave: what has expired, whose treatment has ended, or what stands in quarantine is not promised to anybody. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../../kernel/index.ts'
import type { ReleaseLine } from '../requests/release.ts'
import { stockOf } from '../stock/stockOf.ts'

export type OnHand = { warehouse: string; item: string; quantity: number }

/** By warehouse and item. Goods that partners received stand in accounts of their own, and are in no warehouse. */
export const usableOnHand = (db: Db, today: string): Promise<OnHand[]> =>
  asTheHouse(db, async (house) => {
    const warehouses = await house.rows<{ id: string; code: string }>(sql`select id, code from relief.warehouse`)
    const idOf = new Map(warehouses.map(({ id, code }) => [code, id]))
    const { rows } = await stockOf(house, [...idOf.keys()], today)
    return rows
      .filter(({ kind, notUsable }) => kind === 'bin' && notUsable === null)
      .map(({ warehouse, item, quantity }) => ({ warehouse: idOf.get(warehouse)!, item, quantity }))
  })

export type OpenRelease = { id: string; warehouse: string; name: string; request: string | null; lines: ReleaseLine[] }

/** Promised and not yet on the road: of a release that left in part, what is still to leave. */
export const openReleases = (db: Db): Promise<OpenRelease[]> =>
  asTheHouse(db, async (house) => {
    const rows = await house.rows<OpenRelease & { gone: ReleaseLine[] }>(sql`
      select l.id, l.warehouse, w.code || ' ' || l.year || '/' || l.number as name, l.request, l.lines,
        coalesce((
          select jsonb_agg(line) from relief.waybill b, jsonb_array_elements(b.lines) line where b.release = l.id and b.state <> 'cancelled'), '[]') as gone
      from relief.release l join relief.warehouse w on w.id = l.warehouse where l.state = 'open' order by l.recorded_at, l.id`)
    return rows.map(({ gone, lines, ...release }) => ({
      ...release,
      lines: lines.map((line) => stillToLeave(line, gone)).filter(({ quantity }) => quantity > 0),
    }))
  })

const stillToLeave = ({ item, quantity }: ReleaseLine, gone: readonly ReleaseLine[]): ReleaseLine => ({
  item,
  quantity: gone.filter((line) => line.item === item).reduce((left, line) => left - line.quantity, quantity),
})
