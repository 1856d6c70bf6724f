/**
 * A project as donor and manager know it: who pays, how much, from when to when, and the outcomes and outputs that it promised, each with what has to hold
 * for it. Every focus area is worked through projects (specification: results, section 3).
 */
import { bilingual, boolean, date, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { resultsReaders } from '../readers.ts'

/** Whole minor units (centavos, cents), so that no budget is rounded on its way. */
export type Money = { minor: number; currency: string }

/** In the words and order of IATI's list of activity statuses. */
const projectStates = ['pipeline', 'implementation', 'finalisation', 'closed', 'cancelled', 'suspended'] as const

export const Project = record(
  'results.project',
  {
    code: text('Código', 'Code', { letters: 30 }),
    name: bilingual('Nome', 'Name'),
    summary: bilingual('O que faz', 'What it does'),
    donor: ref('organisations.organisation', 'Doador', 'Donor'),
    agreement: optional(text('Acordo', 'Agreement', { letters: 200 })),
    agreedOn: optional(date('Acordo assinado em', 'Agreement signed on')),
    budget: json<Money>('Orçamento', 'Budget'),
    fromDay: date('De', 'From', { hxl: '#date+start' }),
    toDay: date('Até', 'To', { hxl: '#date+end' }),
    iatiIdentifier: optional(text('Identificador IATI', 'IATI identifier', { letters: 100 })),
    state: oneOf('Estado', 'State', projectStates, { computed: true }),
    /** Its IATI file may be fetched by everybody. */
    open: boolean('Ficheiro IATI público', 'IATI file is public', { computed: true }),
  },
  {
    labels: { one: { pt: 'Projecto', en: 'Project' }, many: { pt: 'Projectos', en: 'Projects' } },
    class: 2,
    byDeeds: true,
    title: 'code',
    unique: [['code']],
    index: [['donor']],
    access: { read: resultsReaders, create: ['monitoring'], update: ['monitoring', 'chief'] },
  },
)
export type ProjectRow = RowOf<typeof Project>

export const ProjectResult = record(
  'results.project_result',
  {
    project: ref('results.project', 'Projecto', 'Project'),
    kind: oneOf('Tipo', 'Kind', ['outcome', 'output']),
    name: bilingual('Resultado', 'Result'),
    /** What has to hold outside the project. */
    assumption: optional(text('Pressuposto', 'Assumption', { letters: 1000 })),
    /** Codes of the catalogue by which it is judged. */
    indicators: json<string[]>('Indicadores', 'Indicators'),
  },
  {
    labels: { one: { pt: 'Resultado de projecto', en: 'Project result' }, many: { pt: 'Resultados de projectos', en: 'Project results' } },
    class: 2,
    byDeeds: true,
    index: [['project']],
    access: { read: resultsReaders, create: ['monitoring'], update: ['monitoring'] },
  },
)
export type ProjectResultRow = RowOf<typeof ProjectResult>
