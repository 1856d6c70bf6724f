/**
 * Two registrations that may be one person: suggested by the machine, decided by people. Rows hold ids, levels and bits, never a name or a date. Two people answer without
 * seeing each other's answer, and a third where they differ.
 */
import { decimal, integer, json, oneOf, optional, record, ref, text, timestamp } from '../../../kernel/index.ts'
import type { Weights } from '../../../registry/people/index.ts'

/** What one comparison said, without the words compared. */
export type FieldEvidence = { comparison: string; level: string; bits: number; frequencyBits: number }

export const DuplicatePair = record(
  'displacement.duplicate_pair',
  {
    exercise: ref('displacement.registration_exercise', 'Exercício', 'Exercise'),
    /** Ids of two registered people, the smaller first. */
    first: text('Primeira pessoa', 'First person', { letters: 36 }),
    second: text('Segunda pessoa', 'Second person', { letters: 36 }),
    state: oneOf('Estado', 'State', ['suggested', 'same', 'different', 'unsure']),
    weightBits: decimal('Peso (bits)', 'Weight (bits)'),
    evidence: json<FieldEvidence[]>('Evidência', 'Evidence'),
    modelVersion: integer('Versão dos pesos', 'Version of the weights', { min: 0 }),
    decidedAt: optional(timestamp('Decidido em', 'Decided at')),
    /** The link in the register of people that this decision made. */
    link: optional(text('Ligação', 'Link', { letters: 36 })),
  },
  {
    labels: { one: { pt: 'Par duplicado', en: 'Duplicate pair' }, many: { pt: 'Pares duplicados', en: 'Duplicate pairs' } },
    class: 3,
    byDeeds: true,
    closed: true,
    unique: [['first', 'second']],
    index: [['exercise', 'state']],
    access: { read: { registrar: 'area', duplicateReviewer: 'area' }, create: ['registrar'], update: [] },
  },
)

/** One person's answer, which the second does not see before he has given his own. */
export const PairAnswer = record(
  'displacement.pair_answer',
  {
    pair: ref('displacement.duplicate_pair', 'Par', 'Pair'),
    reviewer: ref('kernel.person', 'Quem decidiu', 'Reviewer'),
    answer: oneOf('Resposta', 'Answer', ['same', 'different', 'unsure']),
    reason: optional(text('Razão', 'Reason', { letters: 500 })),
  },
  {
    labels: { one: { pt: 'Resposta sobre um par', en: 'Answer on a pair' }, many: { pt: 'Respostas sobre pares', en: 'Answers on pairs' } },
    class: 3,
    byDeeds: true,
    closed: true,
    unique: [['pair', 'reviewer']],
    access: { read: { duplicateReviewer: 'own' }, create: [] },
  },
)

/** What reviewers taught the comparison, version by version; the newest holds. */
export const LinkageWeights = record(
  'displacement.linkage_weights',
  {
    number: integer('Versão', 'Version', { min: 1 }),
    weights: json<Weights>('Pesos', 'Weights'),
    decisions: integer('Decisões', 'Decisions', { min: 0 }),
    reason: optional(text('Razão', 'Reason', { letters: 500 })),
    /** The earlier version that this one takes up again; 0 is what the house began with. */
    restores: optional(integer('Repõe a versão', 'Restores version', { min: 0 })),
  },
  {
    labels: { one: { pt: 'Pesos da comparação', en: 'Weights of comparison' }, many: { pt: 'Pesos da comparação', en: 'Weights of comparison' } },
    class: 2,
    byDeeds: true,
    closed: true,
    appendOnly: true,
    unique: [['number']],
    access: { read: { registrar: 'all', duplicateReviewer: 'all' }, create: ['registrar'] },
  },
)
