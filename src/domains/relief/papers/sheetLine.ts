/**
 * A line of a stock sheet that could not be counted as it was written: kept cell by cell with its file, its place and the reason, and with what each pack would make of it,
 * until its keeper has said what it is or why it is no stock (relief specification, 7).
 */
import { integer, json, oneOf, optional, type Refusal, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { stockKeepers, stockReads } from '../office.ts'

/** `pack` null: the base unit. */
export type Suggestion = { pack: string | null; factor: number; quantity: number }
export type CellWritten = { heading: string; written: string }
export type Typed = { item: string; lot: string; shelf: string; quantity: string; unit: string }

export const SheetLine = record(
  'relief.stock_sheet_line',
  {
    warehouse: ref('relief.warehouse', 'Armazém', 'Warehouse'),
    file: text('Ficheiro', 'File', { letters: 200 }),
    line: integer('Linha', 'Line', { min: 1 }),
    /** The whole row, letter by letter, also of columns that nobody asked for. */
    cells: json<CellWritten[]>('Como veio', 'As it came'),
    /** What was read of it. */
    typed: json<Typed>('Lido da linha', 'Read of the line'),
    why: json<Refusal[]>('Porque ficou de parte', 'Why it was put aside'),
    suggestions: json<Suggestion[]>('O que cada embalagem faria dela', 'What each pack would make of it'),
    state: oneOf('Estado', 'State', ['waiting', 'counted', 'set_aside']),
    /** The opening paper that it became. */
    document: optional(ref('ledger.document', 'Documento', 'Document')),
    settledBy: optional(ref('kernel.person', 'Resolvida por', 'Settled by')),
    settledWords: optional(text('Porque não conta', 'Why it does not count', { letters: 1000 })),
  },
  {
    labels: {
      one: { pt: 'Linha de folha posta de parte', en: 'Line of a stock sheet put aside' },
      many: { pt: 'Linhas de folhas postas de parte', en: 'Lines of stock sheets put aside' },
    },
    class: 2,
    byDeeds: true,
    index: [['warehouse', 'state']],
    access: { read: stockReads, create: stockKeepers, update: stockKeepers },
  },
)
export type SheetLineRow = RowOf<typeof SheetLine>
