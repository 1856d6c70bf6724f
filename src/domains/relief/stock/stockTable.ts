/** The stock as a table that leaves the house: a line for each item, lot and shelf, with its HXL row. Unknown stays empty. */
import type { Language } from '../../../kernel/index.ts'
import { column, type TableToWrite } from '../tableFile.ts'
import type { StockNow } from './stockNow.ts'

const columns = [
  column('warehouse', 'Armazém', 'Warehouse', '#loc+warehouse+code'),
  column('shelf', 'Prateleira', 'Shelf', '#loc+shelf+code'),
  column('item', 'Código do artigo', 'Item code', '#item+code'),
  column('name', 'Artigo', 'Item', '#item+name'),
  column('lot', 'Lote', 'Lot', '#item+lot'),
  column('unit', 'Unidade base', 'Base unit', '#item+unit'),
  column('quantity', 'Quantidade', 'Quantity', '#output+quantity', 'integer'),
  column('usable', 'Pode sair', 'May leave', '#status+usable', 'boolean'),
  column('expiry', 'Validade', 'Expiry', '#date+expiry', 'date'),
  column('donor', 'Doador', 'Donor', '#org+donor+name'),
  column('weight', 'Peso por unidade (kg)', 'Weight per unit (kg)', '#item+weight+kg', 'decimal'),
  column('reached', 'Pessoas alcançadas', 'People reached', '#reached'),
]

/** `#reached` stands in every file of relief and is empty here: goods on a shelf have reached nobody. */
export const stockTable = ({ items }: StockNow, language: Language, day: string): TableToWrite => ({
  name: `${language === 'pt' ? 'existencias' : 'stock'}-${day}`,
  title: language === 'pt' ? 'Existências' : 'Stock',
  columns,
  language,
  rows: items.flatMap(({ code, name, baseUnit, weightKg, rows }) =>
    rows.map((row) => [
      ...[row.warehouse, row.shelf, code, name[language], row.lot, baseUnit, row.quantity],
      ...[row.kind !== 'in_transit' && row.notUsable === null, row.expiry ?? '', row.donor ?? '', weightKg ?? '', ''],
    ]),
  ),
})
