/**
 * The life of a request: written and handed in by the partner, looked at in the field, decided by the cluster, released from warehouses, carried and received by waybills,
 * reported. Dispatch and receipt are no steps of a person here: they follow the goods (goodsMoved.ts). Source: relief specification, 3.1.
 */
import { type House, json, now, optional, type StepContext, text, workflow } from '../../../kernel/index.ts'
import { hoursAfter } from './clock.ts'
import { approvePart, approveWhole, refuseAll, samePerson } from './decide.ts'
import { notEnoughStock, releaseGoods } from './releaseGoods.ts'
import { keepReport, reportNotDue } from './reportDistribution.ts'
import { Request, type RequestRow } from './request.ts'
import { noAssessment, ownStockNotStated, partnerNotEligible, reportOverdue } from './submitGuards.ts'

const words = text('Razão', 'Reason', { letters: 2000 })
const release = {
  label: { pt: 'Libertar', en: 'Release' },
  to: 'released',
  by: ['pipeline'],
  asks: { releases: json('De que armazéns', 'From which warehouses') },
  unless: [samePerson, notEnoughStock],
  also: releaseGoods,
} as const
const giveBack = {
  label: { pt: 'Devolver ao parceiro', en: 'Send back to the partner' },
  to: 'draft',
  by: ['clusterCoordinator', 'pipeline'],
  asks: { words },
  also: async (_: RequestRow, { input }: StepContext) => ({ decisionWords: String(input.words) }),
} as const

async function handIn(_: RequestRow, { db, house }: StepContext): Promise<Partial<RequestRow>> {
  const submittedAt = now()
  const decisionDue = hoursAfter(submittedAt, (house as House).pack.thresholds.reliefDecisionHours)
  return { submittedBy: db.actor.userId, submittedAt, decisionDue, decisionWords: null }
}

export const lifeOfRequest = workflow(Request, {
  draft: {
    submit: {
      label: { pt: 'Entregar', en: 'Hand in' },
      to: 'submitted',
      by: ['partner'],
      unless: [partnerNotEligible, noAssessment, ownStockNotStated, reportOverdue],
      also: handIn,
    },
    excuse: {
      label: { pt: 'Deixar passar sem o relatório em atraso', en: 'Let pass without the overdue report' },
      to: 'draft',
      by: ['clusterCoordinator'],
      asks: { words },
      unless: [samePerson],
      also: async (_, { db, input }) => ({ excuse: String(input.words), excusedBy: db.actor.userId }),
    },
  },
  submitted: {
    takeUp: { label: { pt: 'Pedir parecer do campo', en: 'Ask for the word from the field' }, to: 'field_review', by: ['clusterCoordinator', 'pipeline'] },
    return: giveBack,
  },
  field_review: {
    forward: {
      label: { pt: 'Levar à decisão do cluster', en: 'Take to the decision of the cluster' },
      to: 'cluster_decision',
      by: ['clusterCoordinator', 'pipeline'],
      asks: { words: text('Parecer do campo', 'Word from the field', { letters: 2000 }) },
      also: async (_, { input }) => ({ fieldWords: String(input.words) }),
    },
    return: giveBack,
  },
  cluster_decision: {
    approve: {
      label: { pt: 'Aprovar tudo', en: 'Approve all' },
      to: 'approved',
      by: ['clusterCoordinator'],
      asks: { words: optional(words) },
      unless: [samePerson],
      also: approveWhole,
    },
    approvePart: {
      label: { pt: 'Aprovar em parte', en: 'Approve in part' },
      to: 'part_approved',
      by: ['clusterCoordinator'],
      asks: { words, lines: json('Aprovado por linha', 'Approved by line') },
      unless: [samePerson],
      also: approvePart,
    },
    decline: {
      label: { pt: 'Recusar', en: 'Refuse' },
      to: 'refused',
      by: ['clusterCoordinator'],
      asks: { words },
      unless: [samePerson],
      also: refuseAll,
    },
  },
  approved: { release },
  part_approved: { release },
  refused: {},
  released: { release },
  dispatched: {},
  received: {
    report: {
      label: { pt: 'Relatar a distribuição', en: 'Report the distribution' },
      to: 'reported',
      by: ['partner'],
      asks: { report: json('Relatório', 'Report') },
      also: keepReport,
    },
    close: {
      label: { pt: 'Fechar sem relatório', en: 'Close without a report' },
      to: 'closed_unreported',
      by: ['clusterCoordinator'],
      asks: { words },
      unless: [reportNotDue],
      also: async (_, { input }) => ({ closedBecause: String(input.words) }),
    },
  },
  reported: {},
  closed_unreported: {},
})
