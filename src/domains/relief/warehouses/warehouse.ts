/**
 * Warehouses. What lies in one stands in the stock ledger: a shelf is an account of kind `bin` whose code begins with the warehouse's own, and papers are numbered in
 * the series of its code. Positions of stock are a danger where convoys are attacked: never public (relief specification, 8). Strategy: focus area 12, activity E.
 */
import { boolean, decimal, optional, record, text } from '../../../kernel/index.ts'
import { pipelineManagers, stockReads } from '../office.ts'

export const Warehouse = record(
  'relief.warehouse',
  {
    code: text('Código', 'Code', { letters: 20 }),
    name: text('Nome', 'Name', { letters: 200 }),
    /** P-code of the district or post; also the area that its papers belong to. */
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    capacityM3: optional(decimal('Capacidade (m³)', 'Capacity (m³)', { min: 0.001 })),
    open: boolean('Aberto', 'Open'),
  },
  {
    labels: { one: { pt: 'Armazém', en: 'Warehouse' }, many: { pt: 'Armazéns', en: 'Warehouses' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['code']],
    access: { read: stockReads, create: pipelineManagers, update: pipelineManagers },
  },
)
