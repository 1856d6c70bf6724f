/**
 * Event tracking: movements seen between rounds, and the alerts that tell of them the same day. A movement is an event and never a stock: it is reconciled
 * with the rounds and never added to one. Strategy: focus area 15, activities B and C; key result 1.
 */
import { movementKinds } from '../../../engines/movements/summary.ts'
import {
  bilingual,
  code,
  codes,
  date,
  integer,
  json,
  oneOf,
  optional,
  type Refusal,
  type RowOf,
  record,
  ref,
  refuse,
  text,
  timestamp,
} from '../../../kernel/index.ts'
import { areaReads, officeReads } from '../round.ts'

/** People by vulnerability, as the source gave them; one person may stand under several. */
export type Vulnerable = { code: string; individuals: number }

export const MovementEvent = record(
  'displacement.movement_event',
  {
    operation: ref('displacement.operation', 'Operação', 'Operation'),
    kind: oneOf('Tipo de movimento', 'Kind of movement', movementKinds),
    day: date('Dia', 'Day', { hxl: '#date+occurred' }),
    place: ref('places.place', 'Onde foi visto', 'Where it was seen'),
    /** Empty: not known, which is a value of its own in every table. */
    fromPlace: optional(ref('places.place', 'De onde', 'From')),
    toPlace: optional(ref('places.place', 'Para onde', 'To')),
    reasons: codes('reason', 'Motivos', 'Reasons', { hxl: '#cause+type' }),
    households: optional(integer('Agregados', 'Households', { min: 0, hxl: '#affected+hh' })),
    individuals: optional(integer('Pessoas', 'Individuals', { min: 0, hxl: '#affected+idps' })),
    females: optional(integer('Mulheres e raparigas', 'Women and girls', { min: 0, hxl: '#affected+idps+f' })),
    males: optional(integer('Homens e rapazes', 'Men and boys', { min: 0, hxl: '#affected+idps+m' })),
    vulnerabilities: optional(json<Vulnerable[]>('Vulnerabilidades', 'Vulnerabilities')),
    timesDisplaced: optional(integer('Vezes que já fugiram', 'Times displaced', { min: 1, max: 20 })),
    transport: optional(code('transport', 'Como viajaram', 'How they travelled')),
    setting: optional(code('setting', 'Onde vivem agora', 'Where they live now')),
    informant: optional(code('informantType', 'Quem informou', 'Who informed')),
    confidence: optional(oneOf('Confiança', 'Confidence', ['high', 'medium', 'low'])),
    /** Withdrawn with a reason, never removed: the alert that told of it stays explained. */
    withdrawnReason: optional(text('Porque foi retirado', 'Why it was withdrawn', { letters: 500 })),
  },
  {
    labels: { one: { pt: 'Movimento', en: 'Movement' }, many: { pt: 'Movimentos', en: 'Movements' } },
    class: 2,
    byDeeds: true,
    index: [['operation', 'day'], ['place'], ['recordedAt', 'id']],
    access: { read: areaReads, create: ['dataOfficer', 'coordinator', 'enumerator'], update: ['dataOfficer'] },
  },
)

/** What has left the office stays as it was read; a correction is a new version with its note. */
function changesAfterRelease({ state }: Record<string, unknown>): Refusal[] {
  return state === 'draft' ? [] : [refuse('alert.released-unchangeable')]
}

export const MovementAlert = record(
  'displacement.movement_alert',
  {
    operation: ref('displacement.operation', 'Operação', 'Operation'),
    number: integer('Alerta', 'Alert', { min: 1, computed: true }),
    periodFrom: date('De', 'From'),
    periodTo: date('Até', 'To'),
    /** Own words in place of the sentences made from the figures; every number in them is held against the figures. */
    narrative: optional(bilingual('Texto', 'Text')),
    needs: optional(codes('need', 'Necessidades urgentes', 'Urgent needs')),
    state: oneOf('Estado', 'State', ['draft', 'released', 'withdrawn'], { computed: true }),
    draftedBy: optional(ref('kernel.person', 'Escrito por', 'Drafted by', { computed: true })),
    releasedBy: optional(ref('kernel.person', 'Emitido por', 'Released by', { computed: true })),
    releasedAt: optional(timestamp('Emitido em', 'Released at', { computed: true })),
    slug: optional(text('Endereço público', 'Public address', { letters: 200, computed: true })),
    hash: optional(text('Impressão digital', 'Hash', { letters: 64, computed: true })),
    changeNote: optional(bilingual('Nota de alteração', 'Change note')),
  },
  {
    labels: { one: { pt: 'Alerta de movimento', en: 'Movement alert' }, many: { pt: 'Alertas de movimento', en: 'Movement alerts' } },
    class: 2,
    byDeeds: true,
    title: 'number',
    forbids: changesAfterRelease,
    unique: [['operation', 'number']],
    access: { read: officeReads, create: ['dataOfficer'], update: ['dataOfficer', 'reportOfficer', 'chief'] },
  },
)

export type MovementAlertRow = RowOf<typeof MovementAlert>
