/** The board as a table: one row for each item and week. */
import type { Language } from '../../../kernel/index.ts'
import { column, type TableToWrite } from '../tableFile.ts'
import type { BoardRow } from './board.ts'

const columns = [
  column('item', 'Artigo', 'Item', '#item+code'),
  column('week', 'Semana', 'Week', '#date+week+num', 'integer'),
  column('monday', 'Segunda-feira', 'Monday', '#date+start', 'date'),
  column('stock', 'Stock no fim da semana (confirmado)', 'Stock at the end of the week (confirmed)', '#output+stock', 'integer'),
  column('with_unconfirmed', 'Com o que não está confirmado', 'With what is not confirmed', '#output+stock+unconfirmed', 'integer'),
  column('p10', 'P10', 'P10', '#output+stock+p10', 'integer'),
  column('p50', 'P50', 'P50', '#output+stock+p50', 'integer'),
  column('p90', 'P90', 'P90', '#output+stock+p90', 'integer'),
]

export const boardTable = (rows: readonly BoardRow[], weeks: readonly string[], language: Language): TableToWrite => ({
  ...{ name: 'relief-pipeline', title: language === 'pt' ? 'Cadeia de abastecimento' : 'Pipeline', columns, language },
  rows: rows.flatMap(({ item, weeks: stock, withUnconfirmed, forecast }) =>
    weeks.map((monday, n) => [item, n + 1, monday, stock[n]!, withUnconfirmed[n]!, forecast[n]!.p10, forecast[n]!.p50, forecast[n]!.p90]),
  ),
})
