/**
 * What a mason, an enterprise or a carrier is paid, tied to a stage of a house. Money moves outside; here stands which stage it waited for and which three people looked
 * (specification, 2.6 and 3.2).
 */
import { buildingStages } from '../../../engines/solutions/index.ts'
import { decimal, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { closedReads, officers } from '../office.ts'

export const Contract = record(
  'solutions.contract',
  {
    number: text('Número', 'Number', { letters: 40 }),
    party: text('Com quem', 'Party', { letters: 200 }),
    kind: oneOf('Tipo', 'Kind', ['mason', 'enterprise', 'transport']),
    currency: text('Moeda', 'Currency', { letters: 3 }),
  },
  {
    labels: { one: { pt: 'Contrato', en: 'Contract' }, many: { pt: 'Contratos', en: 'Contracts' } },
    class: 3,
    title: 'number',
    byDeeds: true,
    unique: [['number']],
    access: { read: closedReads, create: officers, update: officers },
  },
)

export const Tranche = record(
  'solutions.tranche',
  {
    contract: ref('solutions.contract', 'Contrato', 'Contract'),
    house: ref('solutions.house', 'Casa', 'House'),
    stage: oneOf('Depois da fase', 'After the stage', buildingStages),
    amount: decimal('Valor', 'Amount', { min: 0 }),
    state: oneOf('Estado', 'State', ['waiting', 'approved', 'paid'], { computed: true }),
    approvedBy: optional(ref('kernel.person', 'Aprovada por', 'Approved by', { computed: true })),
    paidRecordedBy: optional(ref('kernel.person', 'Pagamento registado por', 'Payment recorded by', { computed: true })),
    orderReference: optional(text('Ordem de pagamento', 'Payment order', { letters: 100, computed: true })),
  },
  {
    labels: { one: { pt: 'Prestação', en: 'Tranche' }, many: { pt: 'Prestações', en: 'Tranches' } },
    class: 3,
    byDeeds: true,
    unique: [['contract', 'house', 'stage']],
    access: { read: closedReads, create: officers, update: officers },
  },
)
export type TrancheRow = RowOf<typeof Tranche>
