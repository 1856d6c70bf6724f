/**
 * The papers of the stock and the moves that each one makes. Papers are numbered without gaps in their series (a warehouse, say), kind and year. Both are written once; a paper is
 * cancelled by another that mirrors it, and both are seen in every view.
 */
import { integer, json, oneOf, optional, ref, text } from '../record/fields.ts'
import { record } from '../record/record.ts'
import { stockReaders } from './account.ts'
import type { Posting } from './posting.ts'

export const documentKinds = [
  'opening',
  'goods_received',
  'put_away',
  'release',
  'waybill',
  'handover',
  'return',
  'loss',
  'damage',
  'count',
  'assembly',
  'recall',
  'discrepancy',
  'cancellation',
] as const

const keptByDeeds = { byDeeds: true, access: { read: stockReaders, create: [], update: [] } } as const

export const LedgerDocument = record(
  'ledger.document',
  {
    owner: text('Domínio', 'Domain', { letters: 60 }),
    kind: oneOf('Tipo', 'Kind', documentKinds),
    series: text('Série', 'Series', { letters: 120 }),
    year: integer('Ano', 'Year', { min: 1900, max: 2200 }),
    number: integer('Número', 'Number', { min: 1 }),
    reverses: optional(ref('ledger.document', 'Anula', 'Cancels')),
    words: optional(text('Nota', 'Note')),
    secondBy: optional(ref('kernel.person', 'Segunda pessoa', 'Second person')),
  },
  {
    labels: { one: { pt: 'Documento de stock', en: 'Stock document' }, many: { pt: 'Documentos de stock', en: 'Stock documents' } },
    appendOnly: true,
    unique: [['owner', 'series', 'kind', 'year', 'number']],
    index: [['owner', 'recordedAt']],
    ...keptByDeeds,
  },
)

export const LedgerMove = record(
  'ledger.move',
  {
    document: ref('ledger.document', 'Documento', 'Document'),
    item: text('Artigo', 'Item', { letters: 120, hxl: '#item+code' }),
    lot: text('Lote', 'Lot', { letters: 120 }),
    fromAccount: ref('ledger.account', 'De', 'From'),
    toAccount: ref('ledger.account', 'Para', 'To'),
    quantity: integer('Quantidade (unidade base)', 'Quantity (base unit)', { min: 1, hxl: '#output' }),
    reverses: optional(ref('ledger.move', 'Anula', 'Reverses')),
  },
  {
    labels: { one: { pt: 'Movimento de stock', en: 'Stock move' }, many: { pt: 'Movimentos de stock', en: 'Stock moves' } },
    appendOnly: true,
    index: [['document']],
    ...keptByDeeds,
  },
)

/** What waits for a second person: losses, damages and count differences above what one may write alone. */
export const LedgerProposal = record(
  'ledger.proposal',
  {
    owner: text('Domínio', 'Domain', { letters: 60 }),
    posting: json<Posting>('Lançamento', 'Posting', { large: true }),
    state: oneOf('Estado', 'State', ['waiting', 'posted', 'withdrawn']),
    document: optional(ref('ledger.document', 'Documento', 'Document')),
  },
  {
    labels: { one: { pt: 'Lançamento por assinar', en: 'Posting to be signed' }, many: { pt: 'Lançamentos por assinar', en: 'Postings to be signed' } },
    index: [['owner', 'state']],
    ...keptByDeeds,
  },
)

/** What happened although the ledger says that it could not: kept as a fact, and unexplained until two people have signed. */
export const LedgerDiscrepancy = record(
  'ledger.discrepancy',
  {
    owner: text('Domínio', 'Domain', { letters: 60 }),
    document: ref('ledger.document', 'Documento', 'Document'),
    causedBy: ref('ledger.document', 'Causada por', 'Caused by'),
    account: ref('ledger.account', 'Conta', 'Account'),
    item: text('Artigo', 'Item', { letters: 120 }),
    lot: text('Lote', 'Lot', { letters: 120 }),
    quantity: integer('Quantidade (unidade base)', 'Quantity (base unit)', { min: 1 }),
    state: oneOf('Estado', 'State', ['unexplained', 'explained', 'signed', 'cancelled']),
    explanation: optional(text('Explicação', 'Explanation')),
    explainedBy: optional(ref('kernel.person', 'Explicada por', 'Explained by')),
    signedBy: optional(ref('kernel.person', 'Assinada por', 'Signed by')),
  },
  {
    labels: { one: { pt: 'Discrepância de stock', en: 'Stock discrepancy' }, many: { pt: 'Discrepâncias de stock', en: 'Stock discrepancies' } },
    index: [['owner', 'state']],
    ...keptByDeeds,
  },
)
