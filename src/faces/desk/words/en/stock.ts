/** Words of relief goods and of the day of a warehouse. */
export const stockWords = {
  'nav.relief': 'Relief goods',
  'relief.intro': 'What lies in which warehouse, who asks for it and who receives it.',
  'relief.part.stock': 'Warehouse',
  'stock.noWarehouse': 'No warehouses yet',
  'stock.noWarehouseNote': 'The pipeline manager opens the first one; then what lies in it stands here.',
}
