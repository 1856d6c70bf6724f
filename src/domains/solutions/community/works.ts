/** What is built for everybody, and who keeps it; who was equipped to earn from building; what markets and hands can give. Strategy: focus area 7, key result 2, activities D, F, H. */
import { boolean, date, decimal, integer, oneOf, optional, record, text } from '../../../kernel/index.ts'
import { officers, openReads } from '../office.ts'

const access = { read: openReads, create: officers, update: officers } as const
const place = text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' })

export const Works = record(
  'solutions.works',
  {
    name: text('Obra', 'Works', { letters: 200 }),
    kind: oneOf('Tipo', 'Kind', ['drainage', 'road', 'water', 'school', 'health', 'market', 'public_space', 'other']),
    place,
    committee: optional(text('Comité que a mantém', 'Committee that keeps it', { letters: 200 })),
    stage: oneOf('Fase', 'Stage', ['planned', 'building', 'handed_over']),
    handedOverOn: optional(date('Entregue em', 'Handed over on')),
    upkeep: optional(text('Plano de manutenção', 'Upkeep plan', { letters: 1000 })),
    worksAfter3Months: optional(boolean('Funciona aos 3 meses', 'Works after 3 months')),
    worksAfter12Months: optional(boolean('Funciona aos 12 meses', 'Works after 12 months')),
  },
  {
    labels: { one: { pt: 'Obra comunitária', en: 'Community works' }, many: { pt: 'Obras comunitárias', en: 'Community works' } },
    class: 2,
    title: 'name',
    access,
  },
)

/** Of groups and small enterprises, by the name they trade under; what a household was given stands in its case. */
export const LivelihoodSupport = record(
  'solutions.livelihood_support',
  {
    groupName: text('Grupo ou empresa', 'Group or enterprise', { letters: 200 }),
    kind: oneOf('Apoio', 'Support', ['tools', 'training', 'grant', 'coaching', 'other']),
    place,
    givenOn: date('Dado em', 'Given on'),
    members: optional(integer('Membros', 'Members', { min: 1 })),
    women: optional(integer('Mulheres', 'Women', { min: 0 })),
    salesAfter3Months: optional(decimal('Vendas aos 3 meses', 'Sales after 3 months', { min: 0 })),
    salesAfter6Months: optional(decimal('Vendas aos 6 meses', 'Sales after 6 months', { min: 0 })),
    salesAfter12Months: optional(decimal('Vendas aos 12 meses', 'Sales after 12 months', { min: 0 })),
    currency: optional(text('Moeda', 'Currency', { letters: 3 })),
  },
  {
    labels: { one: { pt: 'Apoio a meios de vida', en: 'Livelihood support' }, many: { pt: 'Apoios a meios de vida', en: 'Livelihood support' } },
    class: 2,
    title: 'groupName',
    access,
  },
)

export const MarketAssessment = record(
  'solutions.market_assessment',
  {
    place,
    assessedOn: date('Dia', 'Day'),
    material: text('Material ou mão-de-obra', 'Material or labour', { letters: 200 }),
    shopsAble: optional(integer('Lojas que o podem fornecer', 'Shops able to supply it', { min: 0 })),
    shopsNeeded: optional(integer('Lojas precisas', 'Shops needed', { min: 0 })),
    price: optional(decimal('Preço', 'Price', { min: 0 })),
    currency: optional(text('Moeda', 'Currency', { letters: 3 })),
    priceRisePercent: optional(decimal('Subida desde a última vez (%)', 'Rise since last time (%)', { min: -100 })),
    roadOpen: optional(boolean('Estrada aberta', 'Road open')),
    cashRisk: optional(oneOf('Risco de dar dinheiro', 'Risk of giving money', ['low', 'medium', 'high'])),
    masons: optional(integer('Pedreiros disponíveis', 'Masons available', { min: 0 })),
    seasonality: optional(text('Época', 'Season', { letters: 300 })),
  },
  {
    labels: {
      one: { pt: 'Avaliação de mercado e mão-de-obra', en: 'Market and labour assessment' },
      many: { pt: 'Avaliações de mercado', en: 'Market assessments' },
    },
    class: 2,
    title: 'material',
    index: [['place', 'assessedOn']],
    access,
  },
)
