/**
 * What a partner asks of the common pipeline, as a last resort, for one place; and what it reports after handing it out. A partner sees and writes its own alone.
 * Strategy: focus area 12, key result 4 and activity I; relief specification, 3.1.
 */
import { date, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { stockReads } from '../office.ts'

/** `code` of an item, or of a kit with the edition by which it is packed; `approved` null: nobody decided yet. Base units, or whole kits. */
export type RequestLine = { code: string; edition: number | null; asked: number; approved: number | null }
/** What was handed out of one item, in its base unit. */
export type HandedOut = { item: string; quantity: number }
/** Null: nobody counted. */
export type Individuals = { women: number | null; men: number | null; girls: number | null; boys: number | null }

const requestStates = [
  ...(['draft', 'submitted', 'field_review', 'cluster_decision', 'approved', 'part_approved', 'refused'] as const),
  ...(['released', 'dispatched', 'received', 'reported', 'closed_unreported'] as const),
] as const

const ofOwnOrganisation = { organisation: 'organisation' } as const

export const Request = record(
  'relief.request',
  {
    organisation: ref('organisations.organisation', 'Organização', 'Organisation'),
    year: integer('Ano', 'Year', { min: 1900, max: 2200 }),
    number: integer('Número', 'Number', { min: 1 }),
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    households: integer('Agregados a servir', 'Households to serve', { min: 1, max: 10_000_000, hxl: '#targeted+hh' }),
    neededBy: date('Preciso até', 'Needed by', { hxl: '#date+needed' }),
    assessment: optional(ref('relief.assessment', 'Avaliação de necessidades', 'Needs assessment')),
    lines: json<RequestLine[]>('Linhas', 'Lines'),
    /** The pipeline is the last resort: what the partner has, and whom else it asked. */
    ownStock: optional(text('Stock próprio', 'Own stock', { letters: 1000 })),
    otherDonors: optional(text('Outros doadores', 'Other donors', { letters: 1000 })),
    state: oneOf('Estado', 'State', requestStates, { computed: true }),
    submittedBy: optional(ref('kernel.person', 'Entregue por', 'Submitted by', { computed: true })),
    submittedAt: optional(timestamp('Entregue em', 'Submitted at', { computed: true, hxl: '#date+submitted' })),
    /** Set when it is handed in: a limit of the pack that changes later moves no clock that runs. */
    decisionDue: optional(timestamp('Decidir até', 'Decide by', { computed: true })),
    /** Why the coordinator let it pass although a report was overdue; stands in the note of the month. */
    excuse: optional(text('Porque passou sem relatório', 'Why it passed without a report', { letters: 1000, computed: true })),
    excusedBy: optional(ref('kernel.person', 'Deixou passar', 'Let pass by', { computed: true })),
    fieldWords: optional(text('Parecer do campo', 'Word from the field', { letters: 2000, computed: true })),
    decidedBy: optional(ref('kernel.person', 'Decidido por', 'Decided by', { computed: true })),
    decidedAt: optional(timestamp('Decidido em', 'Decided at', { computed: true, hxl: '#date+decided' })),
    decisionWords: optional(text('Razão da decisão', 'Reason for the decision', { letters: 2000, computed: true })),
    dispatchedAt: optional(timestamp('Expedido em', 'Dispatched at', { computed: true, hxl: '#date+dispatched' })),
    receivedAt: optional(timestamp('Recebido em', 'Received at', { computed: true, hxl: '#date+received' })),
    reportedAt: optional(timestamp('Relatado em', 'Reported at', { computed: true, hxl: '#date+reported' })),
    closedBecause: optional(text('Fechado sem relatório porque', 'Closed without a report because', { letters: 1000, computed: true })),
  },
  {
    labels: { one: { pt: 'Pedido', en: 'Request' }, many: { pt: 'Pedidos', en: 'Requests' } },
    class: 2,
    byDeeds: true,
    unique: [['year', 'number']],
    index: [['organisation'], ['state'], ['place']],
    access: { read: { ...stockReads, partner: ofOwnOrganisation }, create: ['partner'], update: ['partner', 'clusterCoordinator', 'pipeline'] },
  },
)

export const RequestReport = record(
  'relief.request_report',
  {
    request: ref('relief.request', 'Pedido', 'Request'),
    organisation: ref('organisations.organisation', 'Organização', 'Organisation'),
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    distributedOn: date('Distribuído em', 'Distributed on', { hxl: '#date' }),
    households: integer('Agregados servidos', 'Households served', { min: 0, max: 10_000_000, hxl: '#reached+hh' }),
    individuals: json<Individuals>('Pessoas', 'People'),
    lines: json<HandedOut[]>('Entregue', 'Handed out'),
    words: optional(text('Nota', 'Note', { letters: 2000 })),
  },
  {
    labels: { one: { pt: 'Relatório de distribuição', en: 'Distribution report' }, many: { pt: 'Relatórios de distribuição', en: 'Distribution reports' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['request'], ['organisation'], ['distributedOn']],
    access: { read: { ...stockReads, partner: ofOwnOrganisation }, create: ['partner'], update: [] },
  },
)

export type RequestRow = RowOf<typeof Request>
export type RequestReportRow = RowOf<typeof RequestReport>
