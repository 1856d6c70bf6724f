/**
 * Something that the mission writes for people to read, from its place in the calendar to its public page: story, press release, factsheet, poster, leaflet, manual.
 * Serves the strategy's chapter on communications and visibility; focus area 15, key result 1 and activity E.
 */
import type { NarrativeFacts } from '../../../engines/narrative/index.ts'
import {
  type Bilingual,
  boolean,
  date,
  integer,
  json,
  type Language,
  oneOf,
  optional,
  type RowOf,
  record,
  ref,
  text,
  timestamp,
} from '../../../kernel/index.ts'
import { clearers, makers, readByOffice } from '../office.ts'

export const productKinds = ['story', 'press-release', 'factsheet', 'poster', 'leaflet', 'manual'] as const
export type ProductKindName = (typeof productKinds)[number]

/** `of`: fingerprint of the original that a translation was made from; a later original leaves it behind. */
export type ProductText = { title: string; summary: string; body: string; of?: string }
export type ProductTexts = Partial<Record<Language, ProductText>>

/** A published version whose figures the text quotes. */
export type QuotedSource = { slug: string; version: number }
/** A figure of one's own, which stands in no published set: what it counts, and where it is written down. */
export type OwnFigure = { label: Bilingual; value: number; unit: 'individuals' | 'households' | 'places' | 'other'; source: string }

export type FrozenFigures = {
  facts: NarrativeFacts
  sources: { slug: string; version: number; hash: string; title: Bilingual }[]
  own: OwnFigure[]
  hash: string
}

/** What the Government counterpart said, or why nobody had to ask. */
export type Counterpart = { answer: 'agreed' | 'not-required'; office: string; note: string; on: string }

export const Product = record(
  'publications.product',
  {
    number: text('Número', 'Number', { letters: 20, computed: true }),
    edition: integer('Edição', 'Edition', { min: 1, computed: true }),
    kind: oneOf('Tipo', 'Kind', productKinds),
    name: text('Nome de trabalho', 'Working title', { letters: 200 }),
    state: oneOf(
      'Estado',
      'State',
      ['planned', 'drafting', 'figures_frozen', 'reviewed', 'translated', 'cleared', 'scheduled', 'published', 'superseded', 'withdrawn'],
      { computed: true },
    ),
    plannedFor: date('Previsto para', 'Planned for'),
    publishOn: optional(date('Publicar a', 'Publish on', { computed: true })),
    /** Its day came and something stood in the way. */
    heldAt: optional(timestamp('Retida desde', 'Held back since', { computed: true })),
    original: oneOf('Língua original', 'Original language', ['pt', 'en']),
    onlyBecause: optional(text('Porquê só numa língua', 'Why in one language only', { letters: 500 })),
    focusAreas: json<number[]>('Áreas de enfoque', 'Focus areas'),
    places: json<string[]>('Lugares', 'Places'),
    periodFrom: date('Período de', 'Period from'),
    periodTo: date('Período até', 'Period to'),
    licence: text('Licença', 'Licence', { letters: 100 }),
    credit: text('Crédito', 'Credit', { letters: 200 }),
    donors: optional(text('Doadores', 'Donors', { letters: 300 })),
    /** Made together with the Government: waits for its counterpart. */
    joint: boolean('Conjunto com o Governo', 'Joint with the Government'),
    counterpart: optional(json<Counterpart>('Contraparte', 'Counterpart', { computed: true })),
    /** Survivors, former fighters, victims of trafficking, detained people: no place nearer than a province stands beside them. */
    protectedPeople: boolean('Fala de pessoas protegidas', 'Speaks of protected people'),
    texts: json<ProductTexts>('Texto', 'Text', { computed: true, large: true }),
    writtenBy: json<string[]>('Escrito por', 'Written by', { computed: true }),
    sources: json<QuotedSource[]>('Fontes', 'Sources', { computed: true }),
    ownFigures: json<OwnFigure[]>('Números próprios', 'Own figures', { computed: true, large: true }),
    frozen: optional(json<FrozenFigures>('Números fixados', 'Frozen figures', { computed: true, large: true })),
    frozenAt: optional(timestamp('Números fixados em', 'Figures frozen at', { computed: true })),
    pictures: json<string[]>('Fotografias', 'Pictures', { computed: true }),
    /** Pictures that its paper carries, since it went out. */
    printed: optional(json<string[]>('Fotografias no papel', 'Pictures on paper', { computed: true })),
    reviewedBy: optional(ref('kernel.person', 'Revisto por', 'Reviewed by', { computed: true })),
    clearedBy: optional(ref('kernel.person', 'Autorizado por', 'Cleared by', { computed: true })),
    returnedBecause: optional(text('Porque foi devolvido', 'Why it was returned', { letters: 500, computed: true })),
    changeNote: optional(json<Bilingual>('O que mudou', 'What changed', { computed: true })),
    publishedAt: optional(timestamp('Publicado em', 'Published at', { computed: true })),
    slug: optional(text('Endereço', 'Address', { letters: 200, computed: true })),
    hash: optional(text('Impressão digital', 'Fingerprint', { letters: 64, computed: true })),
    withdrawnBecause: optional(text('Porque foi retirado', 'Why it was withdrawn', { letters: 500, computed: true })),
    /** Reading it can hurt somebody: the address keeps its notice, and nothing else. */
    harmful: optional(boolean('Faz mal a alguém', 'Harms somebody', { computed: true })),
  },
  {
    labels: { one: { pt: 'Publicação', en: 'Publication' }, many: { pt: 'Publicações', en: 'Publications' } },
    class: 2,
    byDeeds: true,
    title: 'name',
    unique: [['number', 'edition']],
    index: [['slug']],
    access: { read: readByOffice, create: makers, update: [...makers, ...clearers, 'governmentReviewer', 'monitoring'] },
  },
)
export type ProductRow = RowOf<typeof Product>
