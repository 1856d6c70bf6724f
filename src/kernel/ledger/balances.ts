/** What the stock ledger says: balances, always summed from the moves, and the card of one shelf line by line. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

export type Balance = { account: string; item: string; lot: string; quantity: number }
/** `at`: what happened by then; `knownAt`: as far as it was known by then; both ISO, both included, both now when left out. */
export type BalancesAsked = { owner: string; account?: string; item?: string; at?: string; knownAt?: string }

/** Shelves of real goods with something on them. */
export function balances(db: Db, { owner, account, item, at, knownAt }: BalancesAsked): Promise<Balance[]> {
  const conditions: RawBuilder<unknown>[] = [
    ...(item === undefined ? [] : [sql`m.item = ${item}`]),
    ...(at === undefined ? [] : [sql`m.effective_at <= ${at}`]),
    ...(knownAt === undefined ? [] : [sql`m.recorded_at <= ${knownAt}`]),
  ]
  const where = (side: string) => sql.join([...conditions, ...(account === undefined ? [] : [sql`m.${sql.raw(side)} = ${account}`]), sql`true`], sql` and `)
  return db.rows<Balance>(sql`
    select account, item, lot, sum(quantity)::double precision as quantity from (
      select m.to_account as account, m.item, m.lot, m.quantity from ledger.move m where ${where('to_account')}
      union all
      select m.from_account, m.item, m.lot, -m.quantity from ledger.move m where ${where('from_account')}
    ) side
    where account in (select id from ledger.account where owner = ${owner} and ledger.holds_goods(kind))
    group by account, item, lot having sum(quantity) <> 0 order by item, lot, account`)
}

export type CardLine = {
  document: string
  kind: string
  series: string
  year: number
  number: number
  words: string | null
  at: string
  recordedAt: string
  /** Into the shelf above zero, out of it below. */
  change: number
  balance: number
  otherAccount: string
  /** The document that this line takes back, or that took this line back. */
  reverses: string | null
  reversedBy: string | null
}

/** The bin card: everything that ever touched this shelf, in the order in which it happened, with the balance after each line. */
export const card = (db: Db, { account, item, lot = '' }: { account: string; item: string; lot?: string }): Promise<CardLine[]> =>
  db.rows<CardLine>(sql`
    select d.id as document, d.kind, d.series, d.year, d.number, d.words, to_json(side.effective_at) #>> '{}' as at, to_json(side.recorded_at) #>> '{}' as recorded_at, side.change,
      (sum(side.change) over (order by side.effective_at, side.recorded_at, side.id))::double precision as balance,
      side.other as other_account, d.reverses, (select r.id from ledger.document r where r.reverses = d.id) as reversed_by
    from (
      select id, document, effective_at, recorded_at, quantity as change, from_account as other from ledger.move where to_account = ${account} and item = ${item} and lot = ${lot}
      union all
      select id, document, effective_at, recorded_at, -quantity, to_account from ledger.move where from_account = ${account} and item = ${item} and lot = ${lot}
    ) side join ledger.document d on d.id = side.document
    order by side.effective_at, side.recorded_at, side.id`)
