/** What lies on the shelves of some warehouses, line by line: summed by the ledger from its moves, with what the lot says about it. */
import { sql } from 'kysely'
import { asTheHouse, balances, type Db } from '../../../kernel/index.ts'
import { owner } from '../office.ts'
import { lotOf, thingsOf } from '../papers/lines.ts'
import { type NotUsable, notUsable, type OnShelf } from '../papers/usable.ts'
import type { ItemRow } from '../things/item.ts'

export type StockRow = OnShelf & {
  warehouse: string
  /** Id of the account: the bin card is asked by it. */
  account: string
  kind: 'bin' | 'quarantine' | 'in_transit'
  expiry: string | null
  treatedUntil: string | null
  donor: string | null
  grantCode: string | null
}

type AccountOf = { id: string; code: string; kind: StockRow['kind'] }

/** Summed as the house, because a move carries the area of its paper: who may read a warehouse sees all of it, whoever wrote the other end. */
export const stockOf = (db: Db, warehouses: readonly string[], today: string): Promise<{ rows: StockRow[]; items: Map<string, ItemRow> }> =>
  asTheHouse(db, async (house) => {
    const accounts = await house.rows<AccountOf>(sql`
      select id, code, kind from ledger.account
      where owner = ${owner} and split_part(code, '/', 1) = any (${[...warehouses]}::text[]) and kind in ('bin', 'quarantine', 'in_transit')`)
    const byId = new Map(accounts.map((account) => [account.id, account]))
    const held = (await balances(house, { owner })).filter(({ account }) => byId.has(account))
    const things = await thingsOf(house, held)
    const donors = await house.rows<{ id: string; name: string }>(sql`
      select id, name from organisations.organisation where id = any (${[...things.lots.values()].flatMap(({ donor }) => donor ?? [])}::uuid[])`)
    const rows = held.map(({ account, item, lot, quantity }): StockRow => {
      const { code, kind } = byId.get(account)!
      const known = lotOf(things, item, lot)
      const why: NotUsable | null = notUsable({ item: things.items.get(item) ?? { treated: false }, lot: known, kind }, today)
      return {
        ...{ item, lot, shelf: code, warehouse: code.split('/')[0]!, account, kind, quantity, notUsable: why, enteredAt: known?.recordedAt ?? '' },
        ...{ usableUntil: known?.expiry ?? null, expiry: known?.expiry ?? null, treatedUntil: known?.treatedUntil ?? null },
        ...{ donor: donors.find(({ id }) => id === known?.donor)?.name ?? null, grantCode: known?.grantCode ?? null },
      }
    })
    return { rows, items: things.items }
  })

export const onShelves = async (db: Db, warehouse: string, today: string): Promise<StockRow[]> =>
  (await stockOf(db, [warehouse], today)).rows.filter(({ kind }) => kind !== 'in_transit')
