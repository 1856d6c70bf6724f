/**
 * The library of designs: what is built, from how much of what, and what makes it stand in wind and water. An edition is never changed; a house says which one it follows.
 * Strategy: focus area 7, activities G and I.
 */
import { bilingual, date, decimal, integer, json, optional, type RowOf, record, text } from '../../../kernel/index.ts'
import { openReads } from '../office.ts'

export const hazardFeatures = ['roof_fixing', 'bracing', 'foundation', 'raised_floor', 'drainage', 'openings'] as const
/** `item` in the words or code of the stock list, `quantity` in its base unit. */
export type Material = { item: string; quantity: number }

export const HouseDesign = record(
  'solutions.house_design',
  {
    code: text('Código', 'Code', { letters: 40 }),
    edition: integer('Edição', 'Edition', { min: 1 }),
    name: bilingual('Nome', 'Name'),
    areaM2: decimal('Área (m²)', 'Area (m²)', { min: 1 }),
    rooms: integer('Divisões', 'Rooms', { min: 1, max: 20 }),
    materials: json<Material[]>('Materiais', 'Materials'),
    hazardFeatures: json<string[]>('Contra vento e água', 'Against wind and water'),
    accessibility: optional(text('Acessibilidade', 'Accessibility', { letters: 500 })),
    cost: optional(decimal('Custo', 'Cost', { min: 0 })),
    currency: optional(text('Moeda', 'Currency', { letters: 3 })),
    /** A price without its day is no price. */
    pricesOf: optional(date('Preços de', 'Prices of')),
    sessions: optional(text('Sessões com a comunidade', 'Sessions with the community', { letters: 1000 })),
    licence: optional(text('Licença', 'Licence', { letters: 100 })),
  },
  {
    labels: { one: { pt: 'Modelo de casa', en: 'House design' }, many: { pt: 'Modelos de casas', en: 'House designs' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    appendOnly: true,
    unique: [['code', 'edition']],
    // Of the whole country: an officer of one province adds to it through the deed, and all read it.
    access: { read: { ...openReads, solutions: 'all' }, create: [], update: [] },
  },
)
export type HouseDesignRow = RowOf<typeof HouseDesign>
