/**
 * A round of monitoring after distribution: which distributions it looks back on, who could be asked (served, entitled but not served, not selected), who was drawn,
 * and what they answered (relief specification, 2.5 and 4.9). Strategy: focus area 12, activity S, key results 1 to 3.
 */
import { type Bilingual, bilingual, date, decimal, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { answerReads, monitoringLeads, monitoringReads } from './office.ts'

/** Answered by yes or no; `good`: the answer that the assistance hopes for. */
export type PdmQuestion = { code: string; label: Bilingual; good: 'yes' | 'no' }
export const pdmKinds = ['served', 'not_served', 'not_selected'] as const
export type FrameStratum = { kind: (typeof pdmKinds)[number]; stratum: string; households: number; asked: number }

export const PdmRound = record(
  'relief.pdm_round',
  {
    code: text('Código', 'Code', { letters: 40 }),
    title: bilingual('Título', 'Title'),
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    /** Codes or ids of the distributions that are looked back on. */
    distributions: json<string[]>('Distribuições', 'Distributions'),
    windowFrom: date('Visitas de', 'Visits from'),
    windowTo: date('Visitas até', 'Visits until'),
    formVersion: text('Versão do formulário', 'Version of the form', { letters: 60 }),
    questions: json<PdmQuestion[]>('Perguntas', 'Questions'),
    /** Half the width that the interval may have, in points of a hundred. */
    marginPoints: decimal('Margem (pontos)', 'Margin (points)', { min: 0.5, max: 49 }),
    designEffect: decimal('Efeito do desenho', 'Design effect', { min: 1, max: 10 }),
    responseRate: decimal('Respostas esperadas', 'Expected response', { min: 0.1, max: 1 }),
    state: oneOf('Estado', 'State', ['planned', 'drawn', 'reported'], { computed: true }),
    strata: json<FrameStratum[]>('Estratos', 'Strata', { computed: true }),
    frameHash: optional(text('Impressão da base', 'Hash of the frame', { letters: 64, computed: true })),
    seed: optional(text('Semente', 'Seed', { letters: 60, computed: true })),
    drawnAt: optional(timestamp('Sorteada em', 'Drawn at', { computed: true })),
    /** How many complaints came about these distributions; what they say stays where they were made. */
    complaints: optional(integer('Queixas recebidas', 'Complaints received', { min: 0, max: 1_000_000 })),
    reportedAt: optional(timestamp('Relatada em', 'Reported at', { computed: true })),
  },
  {
    labels: {
      one: { pt: 'Monitoria pós-distribuição', en: 'Post-distribution monitoring' },
      many: { pt: 'Monitorias pós-distribuição', en: 'Post-distribution monitoring rounds' },
    },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['code']],
    access: { read: monitoringReads, create: monitoringLeads, update: monitoringLeads },
  },
)

/** A household of the frame. Who is not drawn stands here too: without the whole frame nobody could draw again. */
export const PdmUnit = record(
  'relief.pdm_unit',
  {
    round: ref('relief.pdm_round', 'Monitoria', 'Monitoring round'),
    household: text('Código do agregado', 'Code of the household', { letters: 60 }),
    kind: oneOf('Grupo', 'Group', pdmKinds),
    stratum: text('Estrato', 'Stratum', { letters: 80 }),
    role: oneOf('Papel', 'Role', ['frame', 'drawn', 'reserve']),
    turn: optional(integer('Ordem do sorteio', 'Order of the draw', { min: 1 })),
    visited: oneOf('Visita', 'Visit', ['waiting', 'answered', 'refused', 'absent', 'moved']),
  },
  {
    labels: {
      one: { pt: 'Agregado da monitoria', en: 'Household of a monitoring round' },
      many: { pt: 'Agregados da monitoria', en: 'Households of monitoring rounds' },
    },
    class: 2,
    title: 'household',
    byDeeds: true,
    unique: [['round', 'household']],
    access: { read: monitoringReads, create: [], update: [] },
  },
)

/** What one household answered; yes, no, or null where it did not say. */
export const PdmVisit = record(
  'relief.pdm_visit',
  {
    unit: ref('relief.pdm_unit', 'Agregado', 'Household'),
    visitedOn: date('Data da visita', 'Date of the visit'),
    answers: json<Record<string, boolean | null>>('Respostas', 'Answers'),
  },
  {
    labels: { one: { pt: 'Visita pós-distribuição', en: 'Post-distribution visit' }, many: { pt: 'Visitas pós-distribuição', en: 'Post-distribution visits' } },
    class: 3,
    byDeeds: true,
    closed: true,
    unique: [['unit']],
    access: { read: answerReads, create: [], update: [] },
  },
)
export type PdmRoundRow = RowOf<typeof PdmRound>
export type PdmUnitRow = RowOf<typeof PdmUnit>
export type PdmKind = PdmUnitRow['kind']
