/**
 * The waybill: what left a warehouse, with whom and for whom, signed at both ends. It is never edited; what came short is a discrepancy beside it. Until somebody
 * receives them, goods on the road belong to the sender. Strategy: focus area 12, activity I.
 */
import { integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { stockReads } from '../office.ts'

/** `reason`: why another lot was taken than the one that expires first. */
export type WaybillLine = { item: string; lot: string; shelf: string; quantity: number; reason: string | null }

const seenByPartner = { ...stockReads, partner: { organisation: 'organisation' } } as const

export const Waybill = record(
  'relief.waybill',
  {
    document: ref('ledger.document', 'Documento', 'Document'),
    warehouse: ref('relief.warehouse', 'Armazém', 'Warehouse'),
    year: integer('Ano', 'Year', { min: 1900, max: 2200 }),
    number: integer('Número', 'Number', { min: 1 }),
    release: optional(ref('relief.release', 'Libertação', 'Release')),
    /** One of the two receives it. */
    organisation: optional(ref('organisations.organisation', 'Parceiro', 'Partner')),
    toWarehouse: optional(ref('relief.warehouse', 'Para o armazém', 'To warehouse')),
    place: text('Lugar de destino', 'Place of destination', { letters: 60, hxl: '#loc+code' }),
    transporter: text('Transportador', 'Transporter', { letters: 200 }),
    vehicle: text('Matrícula', 'Vehicle', { letters: 60 }),
    driver: optional(
      text('Motorista', 'Driver', {
        letters: 60,
        hint: { pt: 'Só o nome como está na guia, sem telefone', en: 'The name as on the paper alone, no telephone' },
      }),
    ),
    lines: json<WaybillLine[]>('Linhas', 'Lines'),
    hash: text('Impressão digital', 'Fingerprint', { letters: 64 }),
    state: oneOf('Estado', 'State', ['on_road', 'received', 'cancelled']),
  },
  {
    labels: { one: { pt: 'Guia de remessa', en: 'Waybill' }, many: { pt: 'Guias de remessa', en: 'Waybills' } },
    class: 2,
    byDeeds: true,
    // Its lines name our shelves: a partner reads them through waybillsOf.ts, without these.
    closed: true,
    unique: [['warehouse', 'year', 'number']],
    index: [['document'], ['release'], ['organisation'], ['state']],
    access: { read: seenByPartner, create: [], update: [] },
  },
)
export type WaybillRow = RowOf<typeof Waybill>

/** `received` is everything that came; `damaged` of it cannot be used. */
export type ReceiptLine = { item: string; lot: string; received: number; damaged: number }

export const Receipt = record(
  'relief.receipt',
  {
    waybill: ref('relief.waybill', 'Guia de remessa', 'Waybill'),
    organisation: optional(ref('organisations.organisation', 'Parceiro', 'Partner')),
    /** Empty when nothing of it came. */
    document: optional(ref('ledger.document', 'Documento', 'Document')),
    lines: json<ReceiptLine[]>('Linhas', 'Lines'),
    note: optional(text('Nota', 'Note', { letters: 1000 })),
  },
  {
    labels: { one: { pt: 'Recepção', en: 'Receipt' }, many: { pt: 'Recepções', en: 'Receipts' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['waybill']],
    access: { read: seenByPartner, create: [], update: [] },
  },
)

export const Discrepancy = record(
  'relief.discrepancy',
  {
    waybill: ref('relief.waybill', 'Guia de remessa', 'Waybill'),
    organisation: optional(ref('organisations.organisation', 'Parceiro', 'Partner')),
    item: text('Artigo', 'Item', { letters: 40, hxl: '#item+code' }),
    lot: text('Lote', 'Lot', { letters: 60 }),
    kind: oneOf('Tipo', 'Kind', ['short', 'over', 'damaged', 'wrong_item']),
    sent: integer('Enviado', 'Sent', { min: 0 }),
    received: integer('Recebido', 'Received', { min: 0 }),
    quantity: integer('Diferença', 'Difference', { min: 1 }),
    state: oneOf('Estado', 'State', ['open', 'explained', 'signed']),
    /** What became of it: lost on the way, or never loaded and still on the sender's shelf. */
    outcome: optional(oneOf('Desfecho', 'Outcome', ['lost', 'not_loaded'])),
    explanation: optional(text('Explicação', 'Explanation')),
    explainedBy: optional(ref('kernel.person', 'Explicada por', 'Explained by')),
    signedBy: optional(ref('kernel.person', 'Assinada por', 'Signed by')),
    signedAt: optional(timestamp('Assinada em', 'Signed at')),
    document: optional(ref('ledger.document', 'Documento', 'Document')),
  },
  {
    labels: { one: { pt: 'Diferença de entrega', en: 'Delivery discrepancy' }, many: { pt: 'Diferenças de entrega', en: 'Delivery discrepancies' } },
    class: 2,
    byDeeds: true,
    index: [['waybill'], ['state']],
    access: { read: seenByPartner, create: [], update: [] },
  },
)
export type DiscrepancyRow = RowOf<typeof Discrepancy>
