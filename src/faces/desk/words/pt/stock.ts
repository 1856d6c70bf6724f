/** Words of relief goods and of the day of a warehouse. */
export const stockWords = {
  'nav.relief': 'Artigos de socorro',
  'relief.intro': 'O que está em que armazém, quem o pede e quem o recebe.',
  'relief.part.stock': 'Armazém',
  'stock.noWarehouse': 'Ainda não há armazéns',
  'stock.noWarehouseNote': 'A gestão do pipeline abre o primeiro; depois vê-se aqui o que nele está.',
}
