/** The least that each record of the stock ledger asks for, for the access tables. */
import { type Db, insertRow, LedgerAccount } from '../../src/kernel/index.ts'
import { LedgerDocument } from '../../src/kernel/ledger/document.ts'

export type LedgerGround = { bin: string; supplier: string; document: string }

const accountOf = (code: string, kind: 'bin' | 'supplier') => ({ owner: 'ground', code, kind, name: { pt: code, en: code } })
const documentOf = (number: number) => ({ owner: 'ground', kind: 'goods_received' as const, series: 'GROUND', year: 2021, number })
const posting = { owner: 'ground', kind: 'loss' as const, series: 'GROUND', scope: 'MZ', at: '2021-06-01T08:00:00Z', moves: [] }

/** Of the vault's class, which nobody here may see. */
export async function layLedger(db: Db): Promise<LedgerGround> {
  const common = { scope: 'MZ', class: 4 }
  const bin = (await insertRow(db, LedgerAccount, { ...common, ...accountOf('bin', 'bin') })).id
  const supplier = (await insertRow(db, LedgerAccount, { ...common, ...accountOf('supplier', 'supplier') })).id
  const document = (await insertRow(db, LedgerDocument, { ...common, ...documentOf(1) })).id
  return { bin, supplier, document }
}

export const ledgerAnswers = ({ bin, supplier, document }: LedgerGround, n: number): Record<string, Record<string, unknown>> => ({
  'ledger.account': accountOf(`bin ${n}`, 'bin'),
  'ledger.document': documentOf(n + 2),
  'ledger.move': { document, item: 'tarpaulin', lot: '', fromAccount: supplier, toAccount: bin, quantity: 1, effectiveAt: '2021-06-01T08:00:00Z' },
  'ledger.proposal': { owner: 'ground', posting, state: 'waiting' },
  'ledger.discrepancy': { owner: 'ground', document, causedBy: document, account: bin, item: 'tarpaulin', lot: '', quantity: 1, state: 'unexplained' },
})
