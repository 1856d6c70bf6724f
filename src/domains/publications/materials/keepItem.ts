/** The library of materials: an item is entered, and shown with whether the message that it carries still holds. */
import { sql } from 'kysely'
import { audit, type Db, type House, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { outdatedSince } from '../messages/standing.ts'
import { IecItem, type IecItemRow } from './iecItem.ts'
import { type HandedOut, handedOutNow, type PlaceStock, stockNow } from './stock.ts'

export type ItemGiven = Pick<IecItemRow, 'code' | 'title' | 'kind' | 'topic' | 'languages' | 'message' | 'print' | 'consent'>

export async function newItem(db: Db, house: House, given: ItemGiven): Promise<{ id: string } | Refused> {
  if (await db.one(sql`select 1 from publications.iec_item where code = ${given.code}`)) return refused(refuse('material.code-taken', { code: given.code }))
  if (given.message && !(await db.one(sql`select 1 from publications.message where id = ${given.message}::uuid`)))
    return refused(refuse('campaign.message-unknown'))
  const { id } = await insertRow(db, IecItem, { scope: house.pack.country.pcode, ...given })
  await audit(db, 'material.create', IecItem.name, id)
  return { id }
}

export type ItemNow = IecItemRow & { messageKey: string | null; outdatedSince: string | null; stock: PlaceStock[]; handedOut: HandedOut[] }

export async function itemsNow(db: Db, today: string): Promise<ItemNow[]> {
  const items = await db.rows<IecItemRow & { messageKey: string | null; validUntil: string | null; factChangedOn: string | null }>(sql`
    select i.*, m.key as message_key, m.valid_until, m.fact_changed_on
    from publications.iec_item i left join publications.message m on m.id = i.message order by i.topic, i.code`)
  const stock = await stockNow(db)
  const handed = await handedOutNow(db)
  return items.map(({ validUntil, factChangedOn, ...item }) => ({
    ...item,
    stock: stock.filter(({ item: code }) => code === item.code),
    handedOut: handed.filter(({ item: id }) => id === item.id),
    outdatedSince: validUntil ? outdatedSince({ validUntil, factChangedOn }, today) : null,
  }))
}
