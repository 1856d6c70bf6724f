/**
 * One selection: candidates frozen under a hash, a seed drawn in public after that, a ranked list that anybody can make again, and what became of each appeal before
 * the list was read out (relief specification, 2.3 and 3.3). Strategy: focus area 12, activity C.
 */
import { date, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { selectionReads, selectionRunners } from './office.ts'

export const selectionStates = [
  'criteria_agreed',
  'registered',
  'candidates_frozen',
  'seed_drawn',
  'ranked',
  'community_check',
  'appeals_open',
  'appeals_closed',
  'approved',
  'published',
] as const

/** Who signed that the digits were read aloud: an office or a role of the community, never a person's name. */
export const witnessRoles = ['community_leader', 'women_group', 'disabled_people_group', 'local_government', 'partner_staff', 'complaints_committee'] as const

/** One answer in writing to a ratio under the limit. */
export type FairnessAnswer = { field: string; group: string; answer: string }

export const SelectionRun = record(
  'relief.selection_run',
  {
    programme: text('Programa', 'Programme', { letters: 120 }),
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    number: integer('Número', 'Number', { min: 1 }),
    criteriaSet: ref('relief.criteria_set', 'Critérios', 'Criteria'),
    cutKind: oneOf('Corte', 'Cut', ['quota', 'threshold']),
    /** Households of a quota, or points of a threshold. */
    cut: integer('Agregados ou pontos', 'Households or points', { min: 0 }),
    reserves: integer('Suplentes', 'Reserves', { min: 0, max: 100_000 }),
    tiePolicy: oneOf('Empates', 'Ties', ['strict_quota', 'include_all_ties']),
    /** Columns of the list that break a tie, in the agreed order, smaller first. */
    tieBreaks: json<string[]>('Desempate', 'Tie-break'),
    state: oneOf('Estado', 'State', selectionStates, { computed: true }),
    candidates: optional(integer('Candidatos', 'Candidates', { min: 0, computed: true })),
    candidatesHash: optional(text('Impressão da lista congelada', 'Hash of the frozen list', { letters: 64, computed: true })),
    frozenAt: optional(timestamp('Congelada em', 'Frozen at', { computed: true })),
    seed: optional(text('Semente', 'Seed', { letters: 40, computed: true })),
    seedDrawnAt: optional(timestamp('Sorteada em', 'Drawn at', { computed: true })),
    witnesses: optional(json<(typeof witnessRoles)[number][]>('Testemunhas', 'Witnesses', { computed: true })),
    rankedHash: optional(text('Impressão da lista ordenada', 'Hash of the ranked list', { letters: 64, computed: true })),
    fairnessAnswers: json<FairnessAnswer[]>('Respostas sobre equidade', 'Answers about fairness', { computed: true }),
    appealsDue: optional(date('Reclamações até', 'Appeals until', { computed: true })),
    outcomeHash: optional(text('Impressão da lista publicada', 'Hash of the published list', { letters: 64, computed: true })),
    runBy: optional(ref('kernel.person', 'Conduzida por', 'Run by', { computed: true })),
    /** Everybody who loaded, froze, drew or ranked: none of them approves. */
    handledBy: json<string[]>('Intervenientes', 'Handled by', { computed: true }),
    approvedBy: optional(ref('kernel.person', 'Aprovada por', 'Approved by', { computed: true })),
    approvedAt: optional(timestamp('Aprovada em', 'Approved at', { computed: true })),
    publishedAt: optional(timestamp('Publicada em', 'Published at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Selecção', en: 'Selection' }, many: { pt: 'Selecções', en: 'Selections' } },
    class: 2,
    title: 'programme',
    byDeeds: true,
    unique: [['place', 'programme', 'number']],
    index: [['state']],
    access: { read: selectionReads, create: selectionRunners, update: [...selectionRunners, 'chief'] },
  },
)
export type SelectionRunRow = RowOf<typeof SelectionRun>
