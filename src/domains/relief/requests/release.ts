/**
 * A release: what the pipeline lets go to a partner or a distribution from one warehouse. It promises and moves nothing: goods move with the waybill (relief
 * specification, 3.1). Strategy: focus area 12, activity I.
 */
import { integer, json, oneOf, record, ref, text } from '../../../kernel/index.ts'
import { stockReads } from '../office.ts'

/** `item`: code of an item; `quantity` in its base unit. */
type ReleaseLine = { item: string; quantity: number }

export const Release = record(
  'relief.release',
  {
    warehouse: ref('relief.warehouse', 'Armazém', 'Warehouse'),
    year: integer('Ano', 'Year', { min: 1900, max: 2200 }),
    number: integer('Número', 'Number', { min: 1 }),
    /** Who receives it; a partner sees what is released to his own. */
    organisation: ref('organisations.organisation', 'Destinatário', 'Consignee'),
    place: text('Lugar de destino', 'Place of destination', { letters: 60, hxl: '#loc+code' }),
    lines: json<ReleaseLine[]>('Linhas', 'Lines'),
    state: oneOf('Estado', 'State', ['open', 'dispatched', 'received', 'cancelled']),
  },
  {
    labels: { one: { pt: 'Libertação', en: 'Release' }, many: { pt: 'Libertações', en: 'Releases' } },
    class: 2,
    byDeeds: true,
    unique: [['warehouse', 'year', 'number']],
    index: [['organisation'], ['state']],
    access: { read: { ...stockReads, partner: { organisation: 'organisation' } }, create: [], update: [] },
  },
)
