/**
 * One thing that happened at a distribution: goods handed over, a mistake taken back, a household that did not come or would not take, somebody outside the list
 * who was served. Facts are only ever added; what a household has and what a tablet still holds is always counted from them. Relief specification, 2.4 and 3.4.
 */
export const factKinds = ['handed', 'taken_back', 'no_show', 'refused', 'exception'] as const
export const receivers = ['head', 'member', 'alternate'] as const
export const acknowledgements = ['signature', 'thumb_mark', 'spoken_code', 'witness'] as const

export type LotTaken = { lot: string; quantity: number }

export type FieldFact = {
  kind: (typeof factKinds)[number]
  /** Code of the distribution, number of the household. */
  distribution: string
  household: string
  /** Of the entitlement, from 1; of an exception, from 1; 0 where nothing moved. */
  line: number
  device: string
  /** Each fact of a device has its own, counted up from 1. */
  sequence: number
  item: string | null
  /** Base units; 0 where nothing moved. */
  quantity: number
  lots: LotTaken[]
  /** Sequence of the fact that this one takes back. */
  reverses: number | null
  receivedBy: (typeof receivers)[number] | null
  acknowledgement: (typeof acknowledgements)[number] | null
  /** The alternate's own household number, where he has one: who collects for many is looked at, never refused. */
  collector: string | null
  /** Why an exception, a mistake, or a refusal. */
  reason: string | null
  /** ISO, by the office's clock as far as the device knows it. */
  at: string
}

/** What makes two copies one fact, however often it is sent. */
export const keyOfFact = ({
  distribution,
  household,
  line,
  device,
  sequence,
}: Pick<FieldFact, 'distribution' | 'household' | 'line' | 'device' | 'sequence'>) => `${distribution}/${household}/${line}/${device}/${sequence}`

/** What the device signs and the office's receipt is about: one content, one text. */
export const factText = (fact: FieldFact): string =>
  [
    'capulana-handover-1',
    ...[keyOfFact(fact), fact.kind, fact.item ?? '-', fact.quantity, fact.lots.map(({ lot, quantity }) => `${lot}:${quantity}`).join(',')],
    ...[fact.reverses ?? '-', fact.receivedBy ?? '-', fact.acknowledgement ?? '-', fact.collector ?? '-', JSON.stringify(fact.reason), fact.at],
  ].join('\n')

/** Base units that left (above zero) or came back (below) by this fact. */
export const outOf = ({ kind, quantity }: Pick<FieldFact, 'kind' | 'quantity'>): number =>
  kind === 'handed' || kind === 'exception' ? quantity : kind === 'taken_back' ? -quantity : 0

/** The office's promise for one fact. */
export type FactReceipt = { text: string; keyId: string; signature: string }

const heading = 'capulana-handover-receipt-1'
export const factReceiptText = (receipt: { key: string; hash: string; receivedAt: string; number: number; epoch: string }): string =>
  [heading, receipt.key, receipt.hash, receipt.receivedAt, receipt.number, receipt.epoch].join('\n')

/** Null for anything that is not a whole receipt. */
export function readFactReceipt(text: string): { key: string; hash: string; number: number; epoch: string } | null {
  const [first, key, hash, receivedAt, number, epoch, ...more] = text.split('\n')
  if (first !== heading || !key || !hash || !receivedAt || !epoch || !/^\d{1,15}$/.test(number ?? '') || more.length > 0) return null
  return { key, hash, number: Number(number), epoch }
}
