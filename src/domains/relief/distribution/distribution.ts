/**
 * A distribution: where and when, what a household of which size gets, what was agreed with the community, and the list that was frozen before the first bale was
 * opened. Strategy: focus area 12, activities D (plan with leaders and people) and Q (dignified, safe). Source: relief specification, 2.4.
 */
import type { AssistedBy, EntitledLine, SizeBand } from '../../../engines/handover/index.ts'
import { boolean, date, integer, json, oneOf, optional, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { distributionLeaders, stockReads } from '../office.ts'

/** Every hand-over is in, and whatever was missing was explained. */
export const settledStates = ['reconciled', 'reported', 'pdm_due', 'pdm_done'] as const
const distributionStates = [...['planned', 'community_informed', 'listed', 'verified', 'list_frozen', 'open', 'closed'], ...settledStates, 'cancelled'] as const
/** What must be there before the first household is called. */
export const safetyPoints = ['water', 'shade', 'separateQueue', 'complaintDesk', 'exits', 'noPhotographs', 'pseaNotice'] as const
export type SafetyPoint = (typeof safetyPoints)[number]

/** How many were heard, never who. */
export type Consultation = { heldOn: string; women: number; men: number; girls: number; boys: number; leaders: number; agreed: string }
/** From which day, and by whose word, what counts as assisted; any one of the lines is enough. */
export type Standard = { since: string; source: string; anyOf: AssistedBy[] }

export const Distribution = record(
  'relief.distribution',
  {
    /** Short, because it is typed and printed: `D261127-1`. */
    code: text('Código', 'Code', { letters: 20 }),
    name: text('Nome', 'Name', { letters: 200 }),
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    point: text('Ponto de entrega', 'Distribution point', { letters: 200 }),
    day: date('Dia', 'Day', { hxl: '#date' }),
    modality: oneOf('Modalidade', 'Modality', ['in_kind', 'cash', 'voucher', 'mixed']),
    /** Who hands over; a partner sees the distributions of his own. */
    organisation: optional(ref('organisations.organisation', 'Organização', 'Organisation')),
    packages: json<SizeBand[]>('Pacotes por tamanho do agregado', 'Packages by household size'),
    standard: json<Standard>('Padrão de assistido', 'Standard of assisted'),
    messages: optional(text('Mensagens lidas', 'Messages read out')),
    /** Everybody of the place, chosen by nobody: only where an assessment says that nearly all lack the goods. */
    blanket: boolean('Para todos do lugar', 'For everybody of the place'),
    /** The published selection that the list came from. */
    selection: optional(ref('relief.selection_run', 'Selecção', 'Selection', { computed: true })),
    consultation: optional(json<Consultation>('Consulta', 'Consultation')),
    safety: json<SafetyPoint[]>('Pontos de segurança confirmados', 'Safety points confirmed'),
    listHash: optional(text('Resumo da lista', 'Hash of the list', { letters: 64, computed: true })),
    frozenAt: optional(timestamp('Lista congelada em', 'List frozen at', { computed: true })),
    closedAt: optional(timestamp('Fechada em', 'Closed at', { computed: true })),
    cancelReason: optional(text('Porque foi cancelada', 'Why it was cancelled', { letters: 500 })),
    state: oneOf('Estado', 'State', distributionStates, { computed: true }),
  },
  {
    labels: { one: { pt: 'Distribuição', en: 'Distribution' }, many: { pt: 'Distribuições', en: 'Distributions' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['code']],
    index: [['organisation'], ['place', 'day'], ['selection']],
    access: { read: { ...stockReads, partner: { organisation: 'organisation' } }, create: distributionLeaders, update: distributionLeaders },
  },
)

/** Numbers of households and what each gets: no name, no score, no reason; a specific need is one neutral mark. */
export const Entitlement = record(
  'relief.entitlement',
  {
    distribution: ref('relief.distribution', 'Distribuição', 'Distribution'),
    household: text('Agregado', 'Household', { letters: 20 }),
    people: optional(integer('Pessoas', 'People', { min: 1, max: 100 })),
    lines: json<EntitledLine[]>('Direito', 'Entitlement'),
    /** Served first, at the separate queue; why is nobody's business here. */
    mark: boolean('Fila separada', 'Separate queue'),
    alternates: boolean('Outra pessoa pode levantar', 'Somebody else may collect'),
    verified: boolean('Confirmado', 'Verified'),
    /** Typed where no camera reads the token; given when the list is frozen. */
    shortCode: optional(text('Código curto', 'Short code', { letters: 10 })),
    prints: integer('Senhas impressas', 'Tokens printed', { min: 0 }),
    /** This print and all before it no longer hold. */
    revokedTo: integer('Senhas anuladas até', 'Tokens revoked up to', { min: 0 }),
  },
  {
    labels: { one: { pt: 'Direito de agregado', en: 'Entitlement' }, many: { pt: 'Direitos de agregados', en: 'Entitlements' } },
    class: 3,
    byDeeds: true,
    closed: true,
    derived: true,
    unique: [['distribution', 'household']],
    access: { read: { clusterCoordinator: 'all' }, create: distributionLeaders, update: distributionLeaders },
  },
)
