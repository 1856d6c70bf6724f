/** What lies on the shelves of the warehouses and may leave: what has expired, whose treatment has ended, or what stands in quarantine is not promised to anybody. */
import { sql } from 'kysely'
import { asTheHouse, balances, type Db } from '../../../kernel/index.ts'

export type OnHand = { warehouse: string; code: string; item: string; quantity: number }

/** Goods of partners stand in accounts of their own, which no warehouse's code begins. */
export const usableOnHand = (db: Db, today: string): Promise<OnHand[]> =>
  asTheHouse(db, async (house) => {
    const held = await balances(house, { owner: 'relief' })
    const shelves = await house.rows<{ account: string; warehouse: string; code: string }>(sql`
      select a.id as account, w.id as warehouse, w.code from ledger.account a join relief.warehouse w on starts_with(a.code, w.code || '/')
      where a.owner = 'relief' and a.kind = 'bin'`)
    const spent = await house.rows<{ item: string; lot: string }>(sql`
      select i.code as item, l.code as lot from relief.lot l join relief.item i on i.id = l.item
      where l.expiry < ${today}::date or l.treated_until < ${today}::date or (i.treated and l.treated_until is null)`)
    const isSpent = new Set(spent.map(({ item, lot }) => `${item} ${lot}`))
    const shelfOf = new Map(shelves.map((shelf) => [shelf.account, shelf]))
    const sums = new Map<string, OnHand>()
    for (const { account, item, lot, quantity } of held) {
      const shelf = shelfOf.get(account)
      if (!shelf || isSpent.has(`${item} ${lot}`)) continue
      const key = `${shelf.warehouse} ${item}`
      sums.set(key, { warehouse: shelf.warehouse, code: shelf.code, item, quantity: (sums.get(key)?.quantity ?? 0) + quantity })
    }
    return [...sums.values()]
  })

export type OpenRelease = { id: string; warehouse: string; name: string; request: string | null; lines: { item: string; quantity: number }[] }

/** Promised and not yet on the road. */
export const openReleases = (db: Db): Promise<OpenRelease[]> =>
  asTheHouse(db, (house) =>
    house.rows<OpenRelease>(sql`
      select l.id, l.warehouse, w.code || ' ' || l.year || '/' || l.number as name, l.request, l.lines
      from relief.release l join relief.warehouse w on w.id = l.warehouse where l.state = 'open' order by l.recorded_at, l.id`),
  )
