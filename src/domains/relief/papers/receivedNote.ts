/** Goods that came in: what was ordered or promised beside what really came, shelf by shelf. Opening stock comes in the same way, from nobody. */
import { type Db, insertRow, integer, json, oneOf, optional, post, type Refused, record, ref, text } from '../../../kernel/index.ts'
import { owner, stockReads } from '../office.ts'
import { wrongPipelineLines } from '../pipeline/receivedOfLine.ts'
import type { StockLineGiven } from '../typed.ts'
import { outsideAccount, ownWarehouse } from '../warehouses/keepWarehouse.ts'
import { stockLines } from './lines.ts'

/** `ordered` in base units; null: nobody wrote down what was ordered. `pipelineLine`: what was promised and came with this; null or, in older notes, nothing: not said. */
type ReceivedLine = { item: string; lot: string; shelf: string; quantity: number; ordered: number | null; pipelineLine: string | null }
const sources = ['order', 'donation', 'opening'] as const

export const ReceivedNote = record(
  'relief.received_note',
  {
    document: ref('ledger.document', 'Documento', 'Document'),
    warehouse: ref('relief.warehouse', 'Armazém', 'Warehouse'),
    year: integer('Ano', 'Year', { min: 1900, max: 2200 }),
    number: integer('Número', 'Number', { min: 1 }),
    source: oneOf('Origem', 'Source', sources),
    /** Number of the order, of the gift or of the carrier's paper. */
    reference: optional(text('Referência', 'Reference', { letters: 120 })),
    lines: json<ReceivedLine[]>('Linhas', 'Lines'),
  },
  {
    labels: { one: { pt: 'Guia de recepção', en: 'Goods received note' }, many: { pt: 'Guias de recepção', en: 'Goods received notes' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['document'], ['warehouse']],
    access: { read: stockReads, create: ['warehouse', 'pipeline'], update: [] },
  },
)

export type ReceivedGiven = {
  source: (typeof sources)[number]
  reference: string | null
  at: string
  lines: (StockLineGiven & { ordered: number | null; pipelineLine: string | null })[]
}
export type Kept = { id: string; document: string; year: number; number: number }

export async function receiveGoods(db: Db, code: string, { source, reference, at, lines: given }: ReceivedGiven): Promise<Kept | Refused> {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const lines = await stockLines(db, code, given)
  if ('refused' in lines) return lines
  const wrong = await wrongPipelineLines(db, given)
  if (wrong.length > 0) return { refused: wrong }
  const from = await outsideAccount(db, source === 'opening' ? 'opening' : 'supplier', warehouse.place)
  const kind = source === 'opening' ? 'opening' : 'goods_received'
  const moves = lines.map(({ item, lotCode, shelf, quantity }) => ({ item: item.code, lot: lotCode, from, to: shelf.id, quantity }))
  const posted = await post(db, { owner, kind, series: code, scope: warehouse.place, at, moves, words: reference ?? undefined }, { as: 'plan' })
  if (!('document' in posted)) return posted as Refused
  const kept = lines.map(({ item, lotCode, shelf, quantity }, n) => ({
    ...{ item: item.code, lot: lotCode, shelf: shelf.code, quantity },
    ordered: given[n]!.ordered,
    pipelineLine: given[n]!.pipelineLine,
  }))
  const { document, year, number } = posted
  const note = { scope: warehouse.place, effectiveAt: at, document, warehouse: warehouse.id, year, number, source, reference, lines: kept }
  const { id } = await insertRow(db, ReceivedNote, note)
  return { id, document, year, number }
}
