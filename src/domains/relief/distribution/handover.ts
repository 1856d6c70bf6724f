/**
 * What happened at the table, as the device wrote it down: handed over, taken back, did not come, would not take, served outside the list. A fact is written once and
 * never changed; its natural key makes a repetition harmless, and each has exactly one receipt (relief specification, 2.4 and 9.3).
 */
import { acknowledgements, factKinds, type LotTaken, receivers } from '../../../engines/handover/index.ts'
import { boolean, integer, json, oneOf, optional, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { distributionLeaders } from '../office.ts'

const people = { class: 3, byDeeds: true, closed: true } as const

export const Handover = record(
  'relief.handover',
  {
    distribution: ref('relief.distribution', 'Distribuição', 'Distribution'),
    household: text('Agregado', 'Household', { letters: 20 }),
    /** Of the entitlement; 0 where nothing moved. */
    line: integer('Linha', 'Line', { min: 0 }),
    device: text('Aparelho', 'Device', { letters: 60 }),
    sequence: integer('Número', 'Sequence', { min: 1 }),
    kind: oneOf('Tipo', 'Kind', factKinds),
    item: optional(text('Artigo', 'Item', { letters: 120 })),
    quantity: integer('Quantidade', 'Quantity', { min: 0 }),
    lots: json<LotTaken[]>('Lotes', 'Lots'),
    reverses: optional(integer('Anula o número', 'Takes back', { min: 1 })),
    receivedBy: optional(oneOf('Recebido por', 'Received by', receivers)),
    acknowledgement: optional(oneOf('Confirmação', 'Acknowledgement', acknowledgements)),
    collector: optional(text('Quem levantou', 'Collector', { letters: 20 })),
    reason: optional(text('Razão', 'Reason', { letters: 300 })),
    /** As the device said it; the row's own moment is held between the opening of its custody and its arrival. */
    saidAt: timestamp('Momento no aparelho', 'Moment on the device'),
    /** Typed in from paper. */
    paper: boolean('De papel', 'From paper'),
    /** Came in after the distribution was closed. */
    late: boolean('Atrasado', 'Late'),
    hash: text('Resumo', 'Hash', { letters: 64 }),
    slip: optional(text('Assinatura do talão', 'Signature of the slip', { letters: 100 })),
    document: optional(ref('ledger.document', 'Documento de stock', 'Stock document')),
    receiptNumber: integer('Número do recibo', 'Receipt number', { min: 1 }),
    receipt: text('Recibo', 'Receipt', { letters: 600 }),
    receiptKey: text('Chave do recibo', 'Key of the receipt', { letters: 40 }),
    receiptSignature: text('Assinatura do recibo', 'Signature of the receipt', { letters: 100 }),
  },
  {
    labels: { one: { pt: 'Entrega', en: 'Handover' }, many: { pt: 'Entregas', en: 'Handovers' } },
    ...people,
    appendOnly: true,
    index: [['distribution', 'household']],
    unique: [['distribution', 'household', 'line', 'device', 'sequence'], ['distribution', 'device', 'sequence'], ['receiptNumber']],
    access: { read: { clusterCoordinator: 'all' }, create: [], update: [] },
  },
)

/** Who was served outside the frozen list: asked for at the table, decided by a leader who did not write it down. */
export const DistributionException = record(
  'relief.distribution_exception',
  {
    distribution: ref('relief.distribution', 'Distribuição', 'Distribution'),
    handover: ref('relief.handover', 'Entrega', 'Handover'),
    reason: text('Razão', 'Reason', { letters: 300 }),
    state: oneOf('Estado', 'State', ['waiting', 'approved', 'rejected']),
    decidedBy: optional(ref('kernel.person', 'Decidida por', 'Decided by')),
  },
  {
    labels: { one: { pt: 'Excepção', en: 'Exception' }, many: { pt: 'Excepções', en: 'Exceptions' } },
    ...people,
    unique: [['handover']],
    index: [['distribution']],
    access: { read: { clusterCoordinator: 'all' }, create: [], update: distributionLeaders },
  },
)
