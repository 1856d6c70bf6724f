/**
 * A release: what the pipeline lets go to a partner or a distribution from one warehouse. It promises and moves nothing: goods move with the waybill (relief
 * specification, 3.1). Strategy: focus area 12, activity I.
 */
import { integer, json, oneOf, optional, record, ref, text } from '../../../kernel/index.ts'
import { stockReads } from '../office.ts'

/** `item`: code of an item; `quantity` in its base unit. */
export type ReleaseLine = { item: string; quantity: number }

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
    /** The partner's request that it serves; empty where a distribution of the mission is served. */
    request: optional(ref('relief.request', 'Pedido', 'Request')),
    state: oneOf('Estado', 'State', ['open', 'dispatched', 'received', 'cancelled']),
  },
  {
    labels: { one: { pt: 'Libertação', en: 'Release' }, many: { pt: 'Libertações', en: 'Releases' } },
    class: 2,
    byDeeds: true,
    unique: [['warehouse', 'year', 'number']],
    index: [['organisation'], ['state'], ['request']],
    access: { read: { ...stockReads, partner: { organisation: 'organisation' } }, create: [], update: [] },
  },
)
