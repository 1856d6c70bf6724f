/**
 * Who hands over with which goods. Each tablet of a distribution has a custody account of its own, so that two of them without network can never promise the same
 * blanket; a paper desk has one too. What is left is counted, and what does not fit is explained by one person and signed by another (relief specification, 3.2, 3.4).
 */
import { integer, json, oneOf, optional, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { distributionLeaders, stockReads } from '../office.ts'

/** Public half of the key by which a tablet signs its slips. */
export type TabletKey = { kty: 'EC'; crv: 'P-256'; x: string; y: string }

export const DistributionTablet = record(
  'relief.distribution_tablet',
  {
    distribution: ref('relief.distribution', 'Distribuição', 'Distribution'),
    /** Id of the phone, or `paper`. */
    device: text('Aparelho', 'Device', { letters: 60 }),
    label: text('Nome', 'Label', { letters: 200 }),
    custody: ref('ledger.account', 'Conta de custódia', 'Custody account'),
    /** The shelf that its goods came from and go back to; empty while it records cash and vouchers alone. */
    source: optional(ref('ledger.account', 'Prateleira de origem', 'Shelf of origin')),
    publicKey: optional(json<TabletKey>('Chave', 'Key')),
    /** Of what it sent so far. */
    lastSequence: integer('Último número', 'Last sequence', { min: 0 }),
    lastHeardAt: optional(timestamp('Último contacto', 'Last heard')),
    countedAt: optional(timestamp('Contado em', 'Counted at')),
    state: oneOf('Estado', 'State', ['open', 'counted', 'lost']),
  },
  {
    labels: { one: { pt: 'Aparelho de distribuição', en: 'Distribution tablet' }, many: { pt: 'Aparelhos de distribuição', en: 'Distribution tablets' } },
    class: 2,
    title: 'label',
    byDeeds: true,
    unique: [['distribution', 'device']],
    access: { read: stockReads, create: distributionLeaders, update: distributionLeaders },
  },
)

/** What was counted at the end of the day, for each item and lot of a tablet. What it should have been is worked out anew each time: a fact may still come in. */
export const ReconciliationLine = record(
  'relief.reconciliation_line',
  {
    distribution: ref('relief.distribution', 'Distribuição', 'Distribution'),
    tablet: ref('relief.distribution_tablet', 'Aparelho', 'Tablet'),
    item: text('Artigo', 'Item', { letters: 120, hxl: '#item+code' }),
    lot: text('Lote', 'Lot', { letters: 120 }),
    returned: integer('Devolvido', 'Returned', { min: 0 }),
    damaged: integer('Danificado', 'Damaged', { min: 0 }),
    counted: integer('Contado no ponto', 'Counted at the point', { min: 0 }),
    explanation: optional(text('Explicação', 'Explanation', { letters: 1000 })),
    /** The difference that was explained: another one must be explained again. */
    explainedVariance: optional(integer('Diferença explicada', 'Difference explained')),
    explainedBy: optional(ref('kernel.person', 'Explicada por', 'Explained by')),
    signedBy: optional(ref('kernel.person', 'Assinada por', 'Signed by')),
  },
  {
    labels: { one: { pt: 'Linha de reconciliação', en: 'Reconciliation line' }, many: { pt: 'Linhas de reconciliação', en: 'Reconciliation lines' } },
    class: 2,
    byDeeds: true,
    unique: [['tablet', 'item', 'lot']],
    index: [['distribution']],
    access: { read: stockReads, create: distributionLeaders, update: ['clusterCoordinator', 'pipeline', 'chief'] },
  },
)
