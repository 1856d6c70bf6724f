/**
 * Where things can be: shelves, somebody's hands, the road, and the places outside from which things come and into which they vanish. An account belongs to
 * the domain that keeps it (`owner`); two domains never share one.
 */
import { bilingual, date, oneOf, optional, text } from '../record/fields.ts'
import { record } from '../record/record.ts'

/** Places of real goods, which never hold less than nothing, and the rest, which balances them. */
const accountKinds = ['bin', 'custody', 'in_transit', 'quarantine', 'supplier', 'handed_over', 'lost', 'damaged', 'adjustment', 'assembly'] as const

/** Positions of stock are a danger where convoys are attacked: whoever keeps stock sees it through the pages of the domain, within what those allow. */
export const stockReaders = { warehouse: 'area', pipeline: 'all', clusterCoordinator: 'all', chief: 'all', monitoring: 'all' } as const

export const LedgerAccount = record(
  'ledger.account',
  {
    owner: text('Domínio', 'Domain', { letters: 60 }),
    code: text('Código', 'Code', { letters: 120 }),
    kind: oneOf('Tipo', 'Kind', accountKinds),
    name: bilingual('Nome', 'Name'),
    place: optional(text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' })),
    closedOn: optional(date('Fechada em', 'Closed on')),
  },
  {
    labels: { one: { pt: 'Conta de stock', en: 'Stock account' }, many: { pt: 'Contas de stock', en: 'Stock accounts' } },
    title: 'code',
    byDeeds: true,
    unique: [['owner', 'code']],
    access: { read: stockReaders, create: [], update: [] },
  },
)
