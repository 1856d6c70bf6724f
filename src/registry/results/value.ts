/**
 * Figures of the results framework: a value with its method, coverage and the records behind it, or the reason why nobody knows; and the baseline and targets
 * it is judged by. A value is never overwritten: what is computed later stands beside it, "as known on" another day. Serves the strategy's chapter on
 * monitoring (specification: results, section 3).
 */
import { date, decimal, type FigureBreakdown, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../kernel/index.ts'
import { resultsReaders } from './readers.ts'

const valueStates = ['computed', 'entered', 'verified', 'approved', 'locked'] as const
export const unknownReasons = ['no-records', 'denominator-unknown', 'not-reported', 'not-counted'] as const

/** What the figure was made of: of each record the ids, for those who may open them, and how many for everybody else. */
export type Lineage = { indicator: string; from: string; to: string; place: string; records: { record: string; ids: string[] }[] }

export const IndicatorValue = record(
  'results.indicator_value',
  {
    indicator: text('Indicador', 'Indicator', { letters: 10, hxl: '#indicator+code' }),
    indicatorVersion: integer('Versão da definição', 'Version of the definition', { min: 1 }),
    fromDay: date('De', 'From', { hxl: '#date+start' }),
    toDay: date('Até', 'To', { hxl: '#date+end' }),
    /** The nth time that this figure was computed or entered for the same period and place. */
    edition: integer('Edição', 'Edition', { min: 1, computed: true }),
    method: oneOf('Método', 'Method', ['computed', 'entered'], { computed: true }),
    value: optional(decimal('Valor', 'Value', { hxl: '#indicator+value' })),
    unknown: optional(oneOf('Porque não se sabe', 'Why it is unknown', unknownReasons)),
    numerator: optional(decimal('Numerador', 'Numerator', { hxl: '#indicator+numerator' })),
    denominator: optional(decimal('Denominador', 'Denominator', { hxl: '#indicator+denominator' })),
    breakdowns: optional(json<FigureBreakdown[]>('Decomposição', 'Breakdown', { computed: true, large: true })),
    expected: optional(integer('Esperados', 'Expected', { min: 0 })),
    received: optional(integer('Recebidos', 'Received', { min: 0 })),
    /** Of an entered value: where it can be read. */
    evidence: optional(text('Prova', 'Evidence', { letters: 1000 })),
    note: optional(text('Nota', 'Note', { letters: 1000 })),
    lineage: optional(json<Lineage>('Registos por trás', 'Records behind it', { computed: true, large: true })),
    recordsHash: optional(text('Impressão digital dos registos', 'Hash of the records', { letters: 64, computed: true })),
    state: oneOf('Estado', 'State', valueStates, { computed: true }),
    verifiedBy: optional(ref('kernel.person', 'Verificado por', 'Verified by', { computed: true })),
    verification: optional(text('Como se verificou', 'How it was verified', { letters: 1000, computed: true })),
    approvedBy: optional(ref('kernel.person', 'Aprovado por', 'Approved by', { computed: true })),
    lockedAt: optional(timestamp('Fechado em', 'Locked at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Valor de indicador', en: 'Indicator value' }, many: { pt: 'Valores de indicadores', en: 'Indicator values' } },
    class: 2,
    byDeeds: true,
    title: 'indicator',
    unique: [['indicator', 'indicatorVersion', 'fromDay', 'toDay', 'scope', 'edition']],
    access: { read: resultsReaders, create: ['monitoring'], update: ['monitoring', 'reportOfficer', 'chief'] },
  },
)
export type ValueRow = RowOf<typeof IndicatorValue>

export const IndicatorMark = record(
  'results.indicator_mark',
  {
    indicator: text('Indicador', 'Indicator', { letters: 10, hxl: '#indicator+code' }),
    kind: oneOf('Tipo', 'Kind', ['baseline', 'target']),
    day: date('Data', 'Day', { hxl: '#date' }),
    /** Empty: it is known that nobody knows. */
    value: optional(decimal('Valor', 'Value')),
    source: text('Fonte', 'Source', { letters: 500 }),
    /** Why an earlier mark was changed. */
    reason: optional(text('Razão da alteração', 'Reason of the change', { letters: 500 })),
    replaces: optional(ref('results.indicator_mark', 'Substitui', 'Replaces', { computed: true })),
  },
  {
    labels: { one: { pt: 'Linha de base ou meta', en: 'Baseline or target' }, many: { pt: 'Linhas de base e metas', en: 'Baselines and targets' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    title: 'indicator',
    index: [['indicator', 'kind']],
    access: { read: resultsReaders, create: ['monitoring', 'chief'] },
  },
)
export type MarkRow = RowOf<typeof IndicatorMark>
