/**
 * Cancelling a paper: another one that mirrors each of its moves. Both stay in every view. What the first one brought out as missing (its discrepancies) goes back with
 * it, so that the balance is again what it was.
 */
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { type Db, type Refused, refused } from '../db/transaction.ts'
import { asTheHouse } from '../forms/asTheHouse.ts'
import { getRow } from '../record/store.ts'
import { refuse } from '../refusal.ts'
import { LedgerDocument } from './document.ts'
import { writePaper } from './paper.ts'
import type { Posted } from './post.ts'
import type { AskedMove } from './posting.ts'
import { accountCodes } from './posting.ts'
import { holdShelvesOf, shortfalls, writeMoves } from './shelves.ts'

type Mirror = AskedMove & { document: string }

/** `at`: when it was cancelled, ISO; the first paper keeps its own moment. */
export async function cancel(db: Db, document: string, { at, words }: { at: string; words: string }): Promise<Posted | Refused> {
  return asTheHouse(db, async (house) => {
    const first = await getRow(house, LedgerDocument, document)
    if (!first) return refused(refuse('access.not-found'))
    if (first.kind === 'cancellation') return refused(refuse('ledger.is-cancellation'))
    if (words.trim() === '') return refused(refuse('ledger.no-reason'))
    const found = await house.rows<{ id: string }>(sql`
      select distinct document as id from ledger.discrepancy where caused_by = ${document} and state <> 'cancelled'`)
    const papers = [document, ...found.map(({ id }) => id)]
    const mirrors = await house.rows<Mirror>(sql`
      select document, item, lot, to_account as "from", from_account as "to", quantity, id as reverses from ledger.move where document = any(${papers}::uuid[])`)
    await holdShelvesOf(house, mirrors)
    // Two people who cancel at once: the second waited for the shelves and sees what the first wrote.
    if (await house.one(sql`select 1 from ledger.document where reverses = ${document}`)) return refused(refuse('ledger.cancelled-already'))
    const short = await shortfalls(house, mirrors, at)
    if (short.length > 0) return { refused: await goneOn(house, short) }
    const written = []
    for (const reversed of papers) {
      const paper = await writePaper(house, { ...first, kind: 'cancellation', at, words }, { reverses: reversed })
      written.push({ ...paper, document: paper.id, scope: first.scope, at, moves: mirrors.filter((mirror) => mirror.document === reversed) })
    }
    await writeMoves(house, written)
    await house.run(sql`update ledger.discrepancy set state = 'cancelled', version = version + 1 where caused_by = ${document}`)
    await audit(house, 'ledger.cancel', LedgerDocument.name, document, { papers: papers.length })
    const [paper] = written
    return { document: paper!.id, year: paper!.year, number: paper!.number, discrepancies: [] }
  })
}

async function goneOn(db: Db, short: Awaited<ReturnType<typeof shortfalls>>) {
  const codes = await accountCodes(
    db,
    short.map(({ account }) => account),
  )
  return short.map(({ account, item, before }) => refuse('ledger.gone-on', { account: codes.get(account)!.code, item, have: Math.max(0, before) }))
}
