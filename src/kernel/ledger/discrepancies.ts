/** What the ledger could not explain is explained by one person and signed by another; the figure itself is never touched. */
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { type Db, type Refused, refused } from '../db/transaction.ts'
import { asTheHouse } from '../forms/asTheHouse.ts'
import { getRow, updateRow } from '../record/store.ts'
import { refuse } from '../refusal.ts'
import { LedgerDiscrepancy } from './document.ts'

export async function explain(db: Db, id: string, words: string): Promise<{ state: 'explained' } | Refused> {
  if (words.trim() === '') return refused(refuse('ledger.no-reason'))
  return asTheHouse(db, async (house) => {
    const row = await getRow(house, LedgerDiscrepancy, id)
    if (row?.state !== 'unexplained') return refused(refuse('ledger.nothing-waits'))
    await updateRow(house, LedgerDiscrepancy, id, { state: 'explained', explanation: words, explainedBy: house.actor.userId })
    await audit(house, 'ledger.explain', LedgerDiscrepancy.name, id)
    return { state: 'explained' as const }
  })
}

export async function signExplanation(db: Db, id: string): Promise<{ state: 'signed' } | Refused> {
  return asTheHouse(db, async (house) => {
    const row = await house.one<{ explainedBy: string }>(sql`select explained_by from ledger.discrepancy where id = ${id} and state = 'explained' for update`)
    if (!row) return refused(refuse('ledger.nothing-waits'))
    if (row.explainedBy === house.actor.userId) return refused(refuse('ledger.second-person'))
    await updateRow(house, LedgerDiscrepancy, id, { state: 'signed', signedBy: house.actor.userId })
    await audit(house, 'ledger.sign-explanation', LedgerDiscrepancy.name, id)
    return { state: 'signed' as const }
  })
}
