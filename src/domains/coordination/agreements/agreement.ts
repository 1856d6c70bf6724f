/**
 * Agreements keep their word when somebody looks at their days: what was promised, what it binds, until when. Strategy: the chapter on partnerships; joint programmes of
 * the United Nations are agreements with a contribution of each party.
 */
import { date, integer, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'

export const agreementKinds = ['mou', 'letter', 'implementing', 'joint_programme', 'data_sharing', 'framework', 'ppp'] as const
export const agreementStates = ['draft', 'negotiated', 'cleared', 'signed', 'active', 'ended', 'terminated'] as const

/** What a party brings: null where that is not said. */
export type Party = { organisation: string; contribution: number | null }
export type Deliverable = { what: string; due: string; doneOn: string | null }
export type ReportDue = { due: string; receivedOn: string | null }
export type DataClause = { recipient: string; purpose: string; retentionMonths: number }
/** What an amendment changed, with what stood there before. */
export type Amendment = { edition: number; on: string; reason: string; before: { toDay: string; value: number | null } }

export const Agreement = record(
  'coordination.agreement',
  {
    kind: oneOf('Tipo', 'Kind', agreementKinds),
    title: text('Título', 'Title', { letters: 300 }),
    parties: json<Party[]>('Partes', 'Parties', { holds: 'organisations.organisation' }),
    /** Who leads a joint programme. */
    lead: optional(ref('organisations.organisation', 'Quem lidera', 'Lead')),
    focusArea: optional(integer('Área de enfoque', 'Focus area', { min: 1, max: 15 })),
    fromDay: date('De', 'From'),
    toDay: date('Até', 'To'),
    signedOn: optional(date('Assinado em', 'Signed on', { computed: true })),
    endedOn: optional(date('Terminou em', 'Ended on', { computed: true })),
    value: optional(integer('Valor', 'Value', { min: 0 })),
    currency: optional(text('Moeda', 'Currency', { letters: 3 })),
    noticeDays: integer('Aviso antes do fim (dias)', 'Notice before the end (days)', { min: 0, max: 730 }),
    deliverables: json<Deliverable[]>('Entregas', 'Deliverables'),
    reports: json<ReportDue[]>('Relatórios', 'Reports'),
    dataClause: optional(json<DataClause>('Cláusula de dados', 'Data clause')),
    amendments: json<Amendment[]>('Adendas', 'Amendments', { computed: true }),
    state: oneOf('Estado', 'State', agreementStates, { computed: true }),
  },
  {
    labels: { one: { pt: 'Acordo', en: 'Agreement' }, many: { pt: 'Acordos', en: 'Agreements' } },
    class: 2,
    title: 'title',
    byDeeds: true,
    closed: true,
    access: {
      read: { clusterCoordinator: 'all', chief: 'all', coordinator: 'all', monitoring: 'all' },
      create: ['clusterCoordinator'],
      update: ['clusterCoordinator'],
    },
  },
)

export type AgreementRow = RowOf<typeof Agreement>
