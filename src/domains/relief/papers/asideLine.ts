/**
 * A line of a stock sheet that nobody could take as it was written: kept with its file and number until the keeper says what it is, which counts it, or leaves it with a
 * reason. Nothing that was handed in disappears with a closed browser (relief specification, 7).
 */
import { integer, json, oneOf, optional, type Refusal, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { stockKeepers, stockReads } from '../office.ts'

/** `pack` null: the base unit. `quantity`: what it would come to, in base units. */
export type Suggestion = { pack: string | null; factor: number; quantity: number }

export const AsideLine = record(
  'relief.aside_line',
  {
    warehouse: ref('relief.warehouse', 'Armazém', 'Warehouse'),
    file: text('Ficheiro', 'File', { letters: 200 }),
    fileSha256: text('Ficheiro (SHA-256)', 'File (SHA-256)', { letters: 64 }),
    line: integer('Linha', 'Line', { min: 1 }),
    item: optional(text('Artigo, como escrito', 'Item, as written', { letters: 300 })),
    lot: optional(text('Lote, como escrito', 'Lot, as written', { letters: 300 })),
    shelf: optional(text('Prateleira, como escrita', 'Shelf, as written', { letters: 300 })),
    quantity: optional(text('Quantidade, como escrita', 'Quantity, as written', { letters: 300 })),
    unit: optional(text('Unidade, como escrita', 'Unit, as written', { letters: 300 })),
    why: json<Refusal[]>('Porquê', 'Why'),
    suggestions: json<Suggestion[]>('Sugestões', 'Suggestions'),
    state: oneOf('Estado', 'State', ['waiting', 'counted', 'left'], { computed: true }),
    /** The paper by which it was counted. */
    note: optional(ref('relief.received_note', 'Guia de recepção', 'Goods received note')),
    leftBecause: optional(text('Porque não se contou', 'Why it was not counted', { letters: 1000 })),
    settledBy: optional(ref('kernel.person', 'Resolvida por', 'Settled by')),
  },
  {
    labels: { one: { pt: 'Linha posta de parte', en: 'Line put aside' }, many: { pt: 'Linhas postas de parte', en: 'Lines put aside' } },
    class: 2,
    byDeeds: true,
    unique: [['warehouse', 'fileSha256', 'line']],
    index: [['state']],
    access: { read: stockReads, create: stockKeepers, update: stockKeepers },
  },
)
export type AsideLineRow = RowOf<typeof AsideLine>
