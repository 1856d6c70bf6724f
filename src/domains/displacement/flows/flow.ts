/**
 * Flow monitoring: who passes a point, in which direction, while somebody watches. A session without groups means "watched, nobody passed"; no session means
 * "not watched", and nothing is ever made of it. Strategy: focus area 15, activity B; key result 3.
 */
import { boolean, code, codes, date, decimal, integer, oneOf, optional, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { areaReads, officeReads } from '../round.ts'

export const FlowPoint = record(
  'displacement.flow_point',
  {
    name: text('Ponto', 'Point', { letters: 200 }),
    code: text('Código', 'Code', { letters: 40, hxl: '#loc+code' }),
    place: ref('places.place', 'Lugar', 'Place'),
    kind: oneOf('Tipo', 'Kind', ['border', 'internal', 'port', 'airport', 'transit']),
    /** Country on the other side of a border. */
    neighbour: optional(text('País vizinho (ISO)', 'Neighbouring country (ISO)', { letters: 3 })),
    latitude: optional(decimal('Latitude', 'Latitude')),
    longitude: optional(decimal('Longitude', 'Longitude')),
    openHours: integer('Horas aberto por dia', 'Open hours a day', { min: 1, max: 24 }),
    openedOn: optional(date('Vigiado desde', 'Watched since')),
    closedOn: optional(date('Deixou de ser vigiado em', 'Watched until')),
    /** Points of one corridor see the same people one after the other: they are never added. */
    corridor: optional(text('Corredor', 'Corridor', { letters: 100 })),
    standsForCorridor: optional(boolean('Representa o corredor', 'Stands for its corridor')),
  },
  {
    labels: { one: { pt: 'Ponto de fluxo', en: 'Flow point' }, many: { pt: 'Pontos de fluxo', en: 'Flow points' } },
    class: 2,
    title: 'name',
    unique: [['code']],
    index: [['place']],
    access: { read: officeReads, create: ['dataOfficer', 'coordinator'], update: ['dataOfficer', 'coordinator'] },
  },
)

export const ObservationSession = record(
  'displacement.observation_session',
  {
    point: ref('displacement.flow_point', 'Ponto', 'Point'),
    day: date('Dia', 'Day', { hxl: '#date+occurred' }),
    fromTime: text('Das', 'From', { letters: 5 }),
    toTime: text('Às', 'To', { letters: 5 }),
    observedMinutes: integer('Minutos observados', 'Observed minutes', { min: 1, max: 1440 }),
    note: optional(text('Nota', 'Note', { letters: 1000 })),
  },
  {
    labels: { one: { pt: 'Sessão de observação', en: 'Observation session' }, many: { pt: 'Sessões de observação', en: 'Observation sessions' } },
    class: 2,
    byDeeds: true,
    index: [
      ['point', 'day'],
      ['recordedAt', 'id'],
    ],
    access: { read: areaReads, create: ['dataOfficer', 'enumerator'], update: ['dataOfficer'] },
  },
)

export const flowDirections = ['in', 'out', 'internal'] as const

export const FlowGroup = record(
  'displacement.flow_group',
  {
    session: ref('displacement.observation_session', 'Sessão', 'Session'),
    direction: oneOf('Sentido', 'Direction', flowDirections),
    /** Codes of places or of countries (ISO 3166-1 alpha-3); empty: not known. */
    origin: optional(text('Origem', 'Origin', { letters: 60, hxl: '#adm1+code+origin' })),
    destination: optional(text('Destino final', 'Final destination', { letters: 60, hxl: '#adm1+code+dest' })),
    nationality: optional(text('Nacionalidade (ISO)', 'Nationality (ISO)', { letters: 3 })),
    transport: optional(code('transport', 'Como viajam', 'How they travel')),
    reason: optional(code('flowReason', 'Motivo', 'Reason')),
    womenAdult: optional(integer('Mulheres', 'Women', { min: 0 })),
    menAdult: optional(integer('Homens', 'Men', { min: 0 })),
    girls: optional(integer('Raparigas (menos de 18)', 'Girls (under 18)', { min: 0 })),
    boys: optional(integer('Rapazes (menos de 18)', 'Boys (under 18)', { min: 0 })),
    individuals: optional(integer('Pessoas', 'Individuals', { min: 0, hxl: '#affected' })),
    vulnerable: codes('vulnerability', 'Vulnerabilidades vistas', 'Vulnerabilities seen'),
  },
  {
    labels: { one: { pt: 'Grupo em movimento', en: 'Flow group' }, many: { pt: 'Grupos em movimento', en: 'Flow groups' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['session'], ['recordedAt', 'id']],
    access: { read: areaReads, create: ['dataOfficer', 'enumerator'] },
  },
)

/** One traveller who agreed to answer; no name, and nothing finer than a province or a country. */
export const FlowInterview = record(
  'displacement.flow_interview',
  {
    session: ref('displacement.observation_session', 'Sessão', 'Session'),
    sex: oneOf('Sexo', 'Sex', ['f', 'm', 'x', 'u']),
    ageBand: optional(code('ageBand', 'Faixa etária', 'Age band')),
    nationality: optional(text('Nacionalidade (ISO)', 'Nationality (ISO)', { letters: 3 })),
    origin: optional(text('Origem', 'Origin', { letters: 60 })),
    destination: optional(text('Destino', 'Destination', { letters: 60 })),
    reason: optional(code('flowReason', 'Motivo', 'Reason')),
    stay: optional(oneOf('Quanto tempo fica', 'Length of stay', ['day', 'week', 'months', 'longer', 'for_good', 'unknown'])),
    hasDocument: optional(oneOf('Tem documento', 'Has a document', ['yes', 'no', 'no_answer'])),
    need: optional(code('need', 'Maior necessidade no caminho', 'Greatest need on the way')),
    trouble: optional(oneOf('Teve problemas no caminho', 'Met trouble on the way', ['yes', 'no', 'no_answer'])),
  },
  {
    labels: { one: { pt: 'Entrevista de fluxo', en: 'Flow interview' }, many: { pt: 'Entrevistas de fluxo', en: 'Flow interviews' } },
    class: 3,
    byDeeds: true,
    appendOnly: true,
    index: [['session'], ['recordedAt', 'id']],
    access: { read: { dataOfficer: 'area', monitoring: 'all', enumerator: 'own' }, create: ['dataOfficer', 'enumerator'] },
  },
)

export const EntryPointStatus = record(
  'displacement.entry_point_status',
  {
    point: ref('displacement.flow_point', 'Ponto', 'Point'),
    mode: oneOf('Via', 'Border type', ['land', 'air', 'blue']),
    status: oneOf('Situação', 'Status', ['open', 'partial', 'closed']),
    restrictions: optional(text('Restrições', 'Restrictions', { letters: 1000 })),
    fromDay: date('Desde', 'From'),
    toDay: optional(date('Até', 'To')),
    source: text('Fonte', 'Source', { letters: 300 }),
  },
  {
    labels: {
      one: { pt: 'Situação de ponto de entrada', en: 'Point of entry status' },
      many: { pt: 'Situação dos pontos de entrada', en: 'Point of entry status' },
    },
    class: 2,
    index: [['point', 'fromDay']],
    access: {
      read: { ...officeReads, clusterCoordinator: 'all', partner: 'all' },
      create: ['dataOfficer', 'coordinator'],
      update: ['dataOfficer', 'coordinator'],
    },
  },
)

export const FlowBulletin = record(
  'displacement.flow_bulletin',
  {
    kind: oneOf('Período', 'Period', ['week', 'month']),
    periodFrom: date('De', 'From'),
    periodTo: date('Até', 'To'),
    state: oneOf('Estado', 'State', ['published', 'withdrawn'], { computed: true }),
    publishedAt: optional(timestamp('Publicado em', 'Published at', { computed: true })),
    slug: optional(text('Endereço público', 'Public address', { letters: 200, computed: true })),
    hash: optional(text('Impressão digital', 'Hash', { letters: 64, computed: true })),
  },
  {
    labels: { one: { pt: 'Boletim de fluxos', en: 'Flow bulletin' }, many: { pt: 'Boletins de fluxos', en: 'Flow bulletins' } },
    class: 2,
    byDeeds: true,
    unique: [['kind', 'periodFrom']],
    access: { read: officeReads, create: ['reportOfficer', 'dataOfficer'], update: ['reportOfficer', 'dataOfficer'] },
  },
)
