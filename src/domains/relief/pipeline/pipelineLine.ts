/**
 * What is on its way to the common pipeline: one item from one donor or purchase, with three dates for its arrival, and how it was procured: by need, context,
 * environment and value. Strategy: focus area 12, activities F and H; relief specification, 2.2.
 */
import { boolean, date, integer, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { pipelineManagers, stockReads } from '../office.ts'

export const stages = ['pledged', 'ordered', 'shipped', 'customs', 'inland', 'arrived', 'cancelled'] as const

/** Points by what was asked of every offer; the best is not always the cheapest. */
export type Offer = { supplier: string; price: number | null; currency: string | null; need: number; context: number; environment: number; value: number }

export const PipelineLine = record(
  'relief.pipeline_line',
  {
    item: text('Artigo', 'Item', { letters: 40, hxl: '#item+code' }),
    quantity: integer('Quantidade (unidade base)', 'Quantity (base unit)', { min: 1, max: 2_000_000_000, hxl: '#output+pipeline' }),
    donor: optional(ref('organisations.organisation', 'Doador', 'Donor')),
    earliest: date('O mais cedo', 'Earliest', { hxl: '#date+earliest' }),
    likely: date('Provável', 'Likely', { hxl: '#date+likely' }),
    latest: date('O mais tarde', 'Latest', { hxl: '#date+latest' }),
    stage: oneOf('Fase', 'Stage', stages),
    confidence: integer('Confiança (%)', 'Confidence (%)', { min: 0, max: 100 }),
    needCited: optional(ref('relief.assessment', 'Necessidade citada', 'Need cited')),
    specification: optional(text('Especificação', 'Specification', { letters: 2000 })),
    offers: json<Offer[]>('Propostas', 'Offers'),
    wood: boolean('É madeira ou bambu', 'Is wood or bamboo'),
    woodSource: optional(text('Origem da madeira', 'Source of the wood', { letters: 500 })),
    woodAssessment: optional(ref('relief.assessment', 'Avaliação ambiental citada', 'Environmental assessment cited')),
  },
  {
    labels: { one: { pt: 'Linha da cadeia', en: 'Pipeline line' }, many: { pt: 'Linhas da cadeia', en: 'Pipeline lines' } },
    class: 2,
    title: 'item',
    byDeeds: true,
    index: [['item'], ['stage']],
    access: { read: stockReads, create: pipelineManagers, update: pipelineManagers },
  },
)

export type PipelineLineRow = RowOf<typeof PipelineLine>
