/** What a paper asks of the ledger, and what the ledger refuses of any paper before it looks at a shelf. */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { documentKinds } from './document.ts'

export type DocumentKind = (typeof documentKinds)[number]

export type AskedMove = {
  item: string
  /** Left out where the item has no lots. */
  lot?: string
  /** Ids of accounts. */
  from: string
  to: string
  /** Whole base units, at least one. */
  quantity: number
  /** When this line happened, where it differs from its paper (counts). */
  at?: string
  reverses?: string
}

export type Posting = {
  /** The domain that keeps this stock. */
  owner: string
  kind: DocumentKind
  /** Papers are numbered within it: the code of a warehouse, of a distribution. */
  series: string
  /** Area that the paper belongs to. */
  scope: string
  /** When it happened, ISO with offset; its year as written is the year of the number. */
  at: string
  words?: string | undefined
  moves: readonly AskedMove[]
}

type AccountOf = { id: string; owner: string; code: string; closedOn: string | null }

export const accountCodes = async (db: Db, ids: readonly string[]): Promise<Map<string, AccountOf>> => {
  const rows = await db.rows<AccountOf>(sql`select id, owner, code, closed_on from ledger.account where id = any(${[...new Set(ids)]}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

export async function wrongIn(db: Db, { owner, kind, at, moves }: Posting): Promise<Refusal[]> {
  if (Number.isNaN(Date.parse(at))) return [refuse('ledger.no-moment')]
  // A count that found what the ledger says moves nothing and is a count all the same.
  if (moves.length === 0 && kind !== 'count') return [refuse('ledger.nothing-moved')]
  const accounts = await accountCodes(
    db,
    moves.flatMap(({ from, to }) => [from, to]),
  )
  const found = new Map<string, Refusal>()
  const say = (refusal: Refusal) => found.set(JSON.stringify(refusal), refusal)
  for (const { item, from, to, quantity, at: lineAt = at } of moves) {
    if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > 2_000_000_000) say(refuse('ledger.not-whole', { item, quantity: String(quantity) }))
    if (from === to) say(refuse('ledger.same-account', { item }))
    for (const id of [from, to]) {
      const account = accounts.get(id)
      if (!account || account.owner !== owner) say(refuse('ledger.account-unknown', { account: account?.code ?? id }))
      else if (account.closedOn && lineAt.slice(0, 10) > account.closedOn)
        say(refuse('ledger.account-closed', { account: account.code, since: account.closedOn }))
    }
  }
  return [...found.values()]
}
