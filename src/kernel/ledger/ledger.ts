/**
 * Stock of anything that moves in whole units: shelter kits, leaflets, plots. Strategy: focus area 12 E and I, and every line that hands something over. Start reading in
 * document.ts, then post.ts (writing), count.ts and cancel.ts, balances.ts (reading); a domain takes them through the kernel's door.
 */
import { type Domain, domain } from '../domain.ts'
import { LedgerAccount } from './account.ts'
import { LedgerDiscrepancy, LedgerDocument, LedgerMove, LedgerProposal } from './document.ts'
import { ledgerSentences } from './ledgerSentences.ts'

export const ledger: Domain = domain({
  name: 'ledger',
  serves: ['FA12.E', 'FA12.I'],
  records: [LedgerAccount, LedgerDocument, LedgerMove, LedgerProposal, LedgerDiscrepancy],
  sentences: ledgerSentences,
  migrations: new URL('./migrations/', import.meta.url),
})
