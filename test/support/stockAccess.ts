/** Who reads and writes the stock ledger; columns and letters as in accessTables.ts. The house alone writes it, after the deed of a domain. */

export const stockAccess: Record<'reads' | 'creates' | 'changes', Record<string, string>> = {
  // Columns:                            admin data report gov coord enum chief monit registrar duplicates clust partner public system communications warehouse pipeline
  reads: {
    'ledger.account': '                  -  -  -  -  -  -  A  A  -  -  A  -  -  A  -  I  A',
    'ledger.document': '                 -  -  -  -  -  -  A  A  -  -  A  -  -  A  -  I  A',
    'ledger.move': '                     -  -  -  -  -  -  A  A  -  -  A  -  -  A  -  I  A',
    'ledger.proposal': '                 -  -  -  -  -  -  A  A  -  -  A  -  -  A  -  I  A',
    'ledger.discrepancy': '              -  -  -  -  -  -  A  A  -  -  A  -  -  A  -  I  A',
  },
  creates: {
    'ledger.account': '                  -  -  -  -  -  -  -  -  -  -  -  -  -  A',
    'ledger.document': '                 -  -  -  -  -  -  -  -  -  -  -  -  -  A',
    'ledger.move': '                     -  -  -  -  -  -  -  -  -  -  -  -  -  A',
    'ledger.proposal': '                 -  -  -  -  -  -  -  -  -  -  -  -  -  A',
    'ledger.discrepancy': '              -  -  -  -  -  -  -  -  -  -  -  -  -  A',
  },
  changes: {
    'ledger.account': '                  -  -  -  -  -  -  -  -  -  -  -  -  -  A',
    'ledger.document': '                 -  -  -  -  -  -  -  -  -  -  -  -  -  -',
    'ledger.move': '                     -  -  -  -  -  -  -  -  -  -  -  -  -  -',
    'ledger.proposal': '                 -  -  -  -  -  -  -  -  -  -  -  -  -  A',
    'ledger.discrepancy': '              -  -  -  -  -  -  -  -  -  -  -  -  -  A',
  },
}
