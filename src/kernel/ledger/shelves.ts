/** Shelves are held while a paper is written, and asked whether they would ever hold less than nothing. The same function of the database is its second wall. */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import type { AskedMove } from './posting.ts'

type Shelf = { account: string; item: string; lot: string }
/** `before`: what stands on the shelf at that moment without what is asked; `deepest`: the least it would ever hold. */
export type Shortfall = Shelf & { at: string; before: number; deepest: number }

const asRows = (moves: readonly AskedMove[], at: string) =>
  JSON.stringify(
    moves.map(({ item, lot = '', from, to, quantity, at: lineAt = at, reverses }) => ({
      ...{ item, lot, quantity, from_account: from, to_account: to, effective_at: lineAt, reverses: reverses ?? null },
    })),
  )

const keyOf = ({ account, item, lot }: Shelf) => `${account} ${item} ${lot}`

/** Until the end of the transaction nobody else writes to these shelves: what is read now stays true. */
export async function hold(db: Db, shelves: readonly Shelf[]): Promise<void> {
  await db.rows(sql`select ledger.hold(${shelves.map(keyOf)}::text[])`)
}

export const holdShelvesOf = (db: Db, moves: readonly AskedMove[]): Promise<void> =>
  hold(
    db,
    moves.flatMap(({ item, lot = '', from, to }) => [from, to].map((account) => ({ account, item, lot }))),
  )

export const shortfalls = (db: Db, moves: readonly AskedMove[], at: string): Promise<Shortfall[]> =>
  db.rows<Shortfall>(sql`
    select account, item, lot, to_json(at) #>> '{}' as at, before::double precision as before, deepest::double precision as deepest
    from ledger.shortfalls(${asRows(moves, at)}::jsonb, true)`)

/** All moves of a deed in one statement: the wall looks at what they come to together. */
export async function writeMoves(db: Db, papers: readonly { document: string; scope: string; at: string; moves: readonly AskedMove[] }[]): Promise<void> {
  const rows = papers.flatMap(({ document, scope, at, moves }) => JSON.parse(asRows(moves, at)).map((row: object) => ({ ...row, document, scope })))
  if (rows.length === 0) return
  await db.run(sql`
    insert into ledger.move (scope, effective_at, document, item, lot, from_account, to_account, quantity, reverses)
    select scope, effective_at, document, item, lot, from_account, to_account, quantity, reverses
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(
      scope text, effective_at timestamptz, document uuid, item text, lot text, from_account uuid, to_account uuid, quantity integer, reverses uuid)`)
}
