/**
 * A report on the strategy: a quarter of all of it, the situation of a month, a project for its donor, a focus area, or the migration profile. Figures that were approved,
 * frozen with their fingerprint, and a text in two languages in which every number follows from them. Serves the strategy's chapter on monitoring (specification:
 * results, sections 3 and 6).
 */
import { type Bilingual, date, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { resultsReaders } from '../readers.ts'
import { type ReportFigures, reportKinds } from './reportFigures.ts'

/** Beside each language an opening, and what is said of each part under its key (of a quarter: number of the area; `X`: the whole mission). */
export type ReportText = { opening: string; areas: Record<string, string> }
export type ReportTexts = { pt: ReportText; en: ReportText }

export const StrategyReport = record(
  'results.strategy_report',
  {
    kind: oneOf('Tipo', 'Kind', reportKinds),
    /** The project of a donor's report, the number of a focus area; of any other nothing. */
    subject: optional(text('De quê', 'About', { letters: 60 })),
    fromDay: date('De', 'From', { hxl: '#date+start' }),
    toDay: date('Até', 'To', { hxl: '#date+end' }),
    edition: integer('Edição', 'Edition', { min: 1, computed: true }),
    state: oneOf('Estado', 'State', ['draft', 'figures_frozen', 'reviewed', 'cleared', 'published', 'superseded'], { computed: true }),
    figures: optional(json<ReportFigures>('Números', 'Figures', { computed: true, large: true })),
    texts: optional(json<ReportTexts>('Texto', 'Text', { computed: true, large: true })),
    returnedBecause: optional(text('Porque foi devolvido', 'Why it was returned', { letters: 500, computed: true })),
    changeNote: optional(json<Bilingual>('O que mudou', 'What changed', { computed: true })),
    licence: optional(text('Licença', 'Licence', { letters: 100, computed: true })),
    credit: optional(text('Crédito', 'Credit', { letters: 200, computed: true })),
    frozenBy: optional(ref('kernel.person', 'Números fixados por', 'Figures frozen by', { computed: true })),
    reviewedBy: optional(ref('kernel.person', 'Revisto por', 'Reviewed by', { computed: true })),
    clearedBy: optional(ref('kernel.person', 'Autorizado por', 'Cleared by', { computed: true })),
    publishedAt: optional(timestamp('Publicado em', 'Published at', { computed: true })),
    slug: optional(text('Endereço', 'Address', { letters: 200, computed: true })),
    hash: optional(text('Impressão digital', 'Fingerprint', { letters: 64, computed: true })),
  },
  {
    labels: { one: { pt: 'Relatório da estratégia', en: 'Strategy report' }, many: { pt: 'Relatórios da estratégia', en: 'Strategy reports' } },
    class: 2,
    byDeeds: true,
    title: 'fromDay',
    unique: [['kind', 'subject', 'fromDay', 'toDay', 'edition']],
    access: {
      read: resultsReaders,
      create: ['monitoring', 'reportOfficer'],
      update: ['monitoring', 'reportOfficer', 'chief'],
    },
  },
)
export type ReportRow = RowOf<typeof StrategyReport>
