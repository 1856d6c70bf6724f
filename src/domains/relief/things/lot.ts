/**
 * A lot: goods that came together, from one donor under one grant, with one expiry. Donors follow what they gave by it. Bamboo and poles say until when their
 * treatment holds (relief specification, 2.1).
 */
import { date, decimal, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { catalogueReads, stockKeepers } from '../office.ts'

export const Lot = record(
  'relief.lot',
  {
    item: ref('relief.item', 'Artigo', 'Item'),
    code: text('Lote', 'Lot', { letters: 60 }),
    donor: optional(ref('organisations.organisation', 'Doador', 'Donor')),
    grantCode: optional(text('Subvenção', 'Grant', { letters: 120 })),
    origin: oneOf('Origem', 'Origin', ['purchase', 'gift', 'opening', 'assembly']),
    unitCost: optional(decimal('Custo por unidade', 'Cost per unit', { min: 0 })),
    currency: optional(text('Moeda', 'Currency', { letters: 3, hint: { pt: 'Código ISO 4217', en: 'ISO 4217 code' } })),
    expiry: optional(date('Validade', 'Expiry')),
    treatedUntil: optional(date('Tratado até', 'Treated until')),
    treatment: optional(text('Tratamento', 'Treatment', { letters: 300 })),
    specification: optional(text('Especificação', 'Specification')),
  },
  {
    labels: { one: { pt: 'Lote', en: 'Lot' }, many: { pt: 'Lotes', en: 'Lots' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['item', 'code']],
    access: { read: { ...catalogueReads, enumerator: 'all' }, create: stockKeepers, update: stockKeepers },
  },
)

export type LotRow = RowOf<typeof Lot>
