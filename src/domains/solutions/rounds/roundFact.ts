/**
 * What somebody did at a house with a phone that had no network. It happened, so it is kept whatever came between: carried out where it still fits, put aside with the
 * reason where it does not, for an officer to look at. Each has one receipt, the same one however often it is sent (specification, 5 and 9.8; decision 0037).
 */
import { roundKinds } from '../../../engines/solutions/index.ts'
import { integer, json, oneOf, optional, type Refusal, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { closedReads, officers } from '../office.ts'

export const RoundFactKept = record(
  'solutions.round_fact',
  {
    device: text('Aparelho', 'Device', { letters: 60 }),
    sequence: integer('Número', 'Sequence', { min: 1 }),
    kind: oneOf('Tipo', 'Kind', roundKinds),
    /** Id of the house, of the way or of the consent. */
    subject: text('Sobre', 'About', { letters: 60 }),
    /** Letter by letter as it came. */
    content: text('Conteúdo', 'Content', { letters: 20_000, large: true }),
    saidAt: timestamp('Momento no aparelho', 'Moment on the device'),
    state: oneOf('Estado', 'State', ['done', 'aside', 'settled']),
    reasons: json<Refusal[]>('Porque ficou de lado', 'Why it was put aside'),
    settledBy: optional(ref('kernel.person', 'Visto por', 'Settled by')),
    settledWords: optional(text('O que se decidiu', 'What was decided', { letters: 500 })),
    receiptNumber: integer('Número do recibo', 'Receipt number', { min: 1 }),
    receipt: text('Recibo', 'Receipt', { letters: 600 }),
    receiptKey: text('Chave do recibo', 'Key of the receipt', { letters: 40 }),
    receiptSignature: text('Assinatura do recibo', 'Signature of the receipt', { letters: 100 }),
    hash: text('Resumo', 'Hash', { letters: 64 }),
  },
  {
    labels: { one: { pt: 'Facto do terreno', en: 'Fact from the field' }, many: { pt: 'Factos do terreno', en: 'Facts from the field' } },
    class: 3,
    byDeeds: true,
    closed: true,
    unique: [['device', 'sequence'], ['receiptNumber']],
    index: [['state']],
    access: { read: closedReads, create: [], update: officers },
  },
)
export type RoundFactRow = RowOf<typeof RoundFactKept>
