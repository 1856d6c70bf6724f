/** The bin card: every line that ever touched an item on a shelf, in the order in which it happened, with the balance after it. */
import { sql } from 'kysely'
import { asTheHouse, type CardLine, card, type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { owner } from '../office.ts'
import { readWarehouse } from '../warehouses/keepWarehouse.ts'

export type CardAsked = { shelf: string; item: string; lot: string }
export type BinCard = CardAsked & { lines: (CardLine & { otherName: { pt: string; en: string } })[] }

export async function cardOf(db: Db, { shelf, item, lot }: CardAsked): Promise<BinCard | Refused> {
  const warehouse = await readWarehouse(db, shelf.split('/')[0]!)
  if ('refused' in warehouse) return warehouse
  return asTheHouse(db, async (house) => {
    const account = await house.one<{ id: string }>(sql`select id from ledger.account where owner = ${owner} and code = ${shelf}`)
    if (!account) return refused(refuse('relief.shelf-unknown', { shelf, warehouse: warehouse.code }))
    const lines = await card(house, { account: account.id, item, lot })
    const others = await house.rows<{ id: string; name: { pt: string; en: string } }>(
      sql`select id, name from ledger.account where id = any (${lines.map((one) => one.otherAccount)}::uuid[])`,
    )
    return { shelf, item, lot, lines: lines.map((line) => ({ ...line, otherName: others.find(({ id }) => id === line.otherAccount)!.name })) }
  })
}
