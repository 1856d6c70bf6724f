/**
 * What relief is made of: one item, counted in one base unit for ever. Packs only help to type; no second unit is ever kept. Weight or volume that nobody knows is
 * empty, never zero (relief specification, 2.1). Strategy: focus area 12, activities E, G and H.
 */
import { bilingual, boolean, decimal, integer, json, oneOf, optional, type RowOf, record, text } from '../../../kernel/index.ts'
import { catalogueReads, stockKeepers } from '../office.ts'

/** Codes of UN/CEFACT Recommendation 20 and 21: piece, set, pair, kilogram, gram, metre, litre, roll. */
export const baseUnits = ['C62', 'SET', 'PR', 'KGM', 'GRM', 'MTR', 'LTR', 'RO'] as const

/** A bale of 25, a carton of 10: how many base units lie in one. */
export type PackSize = { name: string; units: number }

export const Item = record(
  'relief.item',
  {
    code: text('Código', 'Code', { letters: 40, hxl: '#item+code' }),
    name: bilingual('Nome', 'Name', { hxl: '#item+name' }),
    baseUnit: oneOf('Unidade base', 'Base unit', baseUnits),
    packs: json<PackSize[]>('Embalagens', 'Packs'),
    weightKg: optional(decimal('Peso (kg) por unidade', 'Weight (kg) per unit', { min: 0.000001 })),
    volumeM3: optional(decimal('Volume (m³) por unidade', 'Volume (m³) per unit', { min: 0.000001 })),
    expires: boolean('Tem validade', 'Expires'),
    /** Bamboo and poles: no lot of it leaves before it was treated (activity G). */
    treated: boolean('Precisa de tratamento', 'Needs treatment'),
    specification: optional(text('Especificação', 'Specification')),
    /** Kept back in the whole pipeline and promised to nobody; empty: nobody has set it. */
    safetyStock: optional(integer('Stock de segurança', 'Safety stock', { min: 0, max: 2_000_000_000 })),
    source: optional(text('Fonte', 'Source', { letters: 300 })),
  },
  {
    labels: { one: { pt: 'Artigo', en: 'Item' }, many: { pt: 'Artigos', en: 'Items' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['code']],
    // A partner asks for items by name; how much lies where is another record.
    access: { read: { ...catalogueReads, partner: 'all', coordinator: 'all', enumerator: 'all' }, create: stockKeepers, update: stockKeepers },
  },
)

export type ItemRow = RowOf<typeof Item>
