/**
 * Who does what where: one row for each piece of work of an organisation in one place, and what it says it reached there. A partner sees and writes its own rows
 * and nobody else's. Strategy: focus area 11, key results 3 and 5; activities E and N.
 */
import { boolean, code, date, integer, json, oneOf, optional, record, ref, text } from '../../../kernel/index.ts'
import { type CountedFrom, reachEvidences, reachKinds } from './reach.ts'

export const officeReads = {
  admin: 'all',
  dataOfficer: 'all',
  reportOfficer: 'all',
  governmentReviewer: 'all',
  coordinator: 'all',
  chief: 'all',
  monitoring: 'all',
  clusterCoordinator: 'all',
} as const
export const ofOwnOrganisation = { organisation: 'organisation' } as const
const writers = ['clusterCoordinator', 'partner'] as const

export const activityStates = ['planned', 'ongoing', 'completed', 'suspended', 'cancelled'] as const
export type ActivityState = (typeof activityStates)[number]

export const Activity = record(
  'coordination.activity',
  {
    organisation: ref('organisations.organisation', 'Organização que informa', 'Reporting organisation', { hxl: '#org' }),
    implementer: optional(ref('organisations.organisation', 'Parceiro de implementação', 'Implementing partner', { hxl: '#org+impl' })),
    funder: optional(ref('organisations.organisation', 'Financiador ou organização principal', 'Funder or lead organisation', { hxl: '#org+funder' })),
    externalId: text('Código da actividade', 'Activity code', { letters: 100, hxl: '#activity+code' }),
    /** The workbook or portal that it keeps coming from: only within one of them can a row be missed. */
    source: text('Origem', 'Source', { letters: 200 }),
    sector: code('sector', 'Sector', 'Sector', { hxl: '#sector' }),
    activityType: optional(text('Tipo de actividade', 'Type of activity', { letters: 300, hxl: '#activity+type' })),
    description: optional(text('Descrição', 'Description', { hxl: '#activity' })),
    modality: optional(code('modality', 'Modalidade', 'Modality', { hxl: '#modality' })),
    event: optional(text('Ocorrência', 'Event', { letters: 200, hxl: '#event' })),
    projectCode: optional(text('Código do projecto', 'Project code', { letters: 100 })),
    /** Empty: the whole country, which nobody spreads over districts. */
    place: optional(ref('places.place', 'Lugar', 'Place', { hxl: '#loc' })),
    /** The district is not what the file wrote, and the post is not known. */
    placeUnsure: boolean('Distrito mudou, posto desconhecido', 'District changed, post unknown'),
    location: optional(text('Local', 'Location', { letters: 300, hxl: '#loc+name' })),
    fromDay: optional(date('Início', 'Start', { hxl: '#date+start' })),
    toDay: optional(date('Fim', 'End', { hxl: '#date+end' })),
    status: optional(oneOf('Estado', 'Status', activityStates, { hxl: '#status' })),
    lastConfirmed: optional(date('Última confirmação', 'Last confirmed')),
    /** Empty figures are unknown, and never zero. */
    reachedPeople: optional(integer('Pessoas alcançadas', 'People reached', { min: 0, hxl: '#reached+ind' })),
    /** What is missing to the total is unknown, a part of its own. */
    reachedWomen: optional(integer('Mulheres alcançadas', 'Women reached', { min: 0, hxl: '#reached+f+adults' })),
    reachedMen: optional(integer('Homens alcançados', 'Men reached', { min: 0, hxl: '#reached+m+adults' })),
    reachedGirls: optional(integer('Raparigas alcançadas', 'Girls reached', { min: 0, hxl: '#reached+f+children' })),
    reachedBoys: optional(integer('Rapazes alcançados', 'Boys reached', { min: 0, hxl: '#reached+m+children' })),
    reachedHouseholds: optional(integer('Agregados alcançados', 'Households reached', { min: 0, hxl: '#reached+hh' })),
    reachedFacilities: optional(integer('Instalações alcançadas', 'Facilities reached', { min: 0, hxl: '#reached+facilities' })),
    reachedItems: optional(integer('Artigos entregues', 'Items delivered', { min: 0, hxl: '#reached+items' })),
    targetedPeople: optional(integer('Pessoas previstas', 'People targeted', { min: 0, hxl: '#targeted+ind' })),
    targetedHouseholds: optional(integer('Agregados previstos', 'Households targeted', { min: 0, hxl: '#targeted+hh' })),
    /** Empty: the source does not say whether it holds earlier figures. */
    reachKind: optional(oneOf('Soma-se?', 'Does it add?', reachKinds)),
    disjointWith: optional(text('Pessoas diferentes das de', 'Other people than those of', { letters: 100 })),
    /** Work in the records of other domains that this activity reports: its distinct people stand in place of the estimate. */
    countedFrom: optional(json<CountedFrom[]>('Contado pelos registos de', 'Counted from the records of', { computed: true, large: true })),
    /** Of the people reached; empty: the source does not say. */
    reachKnownBy: optional(oneOf('Como se soube', 'How it is known', reachEvidences)),
    /** Of what was reported last, so that the same report again is known. */
    content: text('Impressão do conteúdo', 'Hash of the content', { letters: 64, computed: true }),
  },
  {
    labels: { one: { pt: 'Actividade (4W)', en: 'Activity (4W)' }, many: { pt: 'Actividades (4W)', en: 'Activities (4W)' } },
    class: 2,
    title: 'externalId',
    byDeeds: true,
    unique: [['organisation', 'externalId']],
    index: [['recordedAt', 'id']],
    access: { read: { ...officeReads, partner: ofOwnOrganisation }, create: writers, update: writers },
  },
)

/** A free comment may name a person: outside its organisation only cluster coordination reads it. */
export const ActivityComment = record(
  'coordination.activity_comment',
  {
    activity: ref('coordination.activity', 'Actividade', 'Activity'),
    organisation: ref('organisations.organisation', 'Organização', 'Organisation'),
    words: text('Comentário', 'Comment', { letters: 4000 }),
  },
  {
    labels: { one: { pt: 'Comentário', en: 'Comment' }, many: { pt: 'Comentários', en: 'Comments' } },
    class: 2,
    byDeeds: true,
    unique: [['activity']],
    access: { read: { clusterCoordinator: 'all', partner: ofOwnOrganisation }, create: writers, update: writers },
  },
)

/** What happened to an activity after its first report; a change after the month was locked is a correction, and the locked month stays as it was. */
export const ActivityChange = record(
  'coordination.activity_change',
  {
    activity: ref('coordination.activity', 'Actividade', 'Activity'),
    organisation: ref('organisations.organisation', 'Organização', 'Organisation'),
    kind: oneOf('O que se disse', 'What was said', ['confirmed', 'ended', 'changed', 'correction']),
    cycle: optional(ref('coordination.cycle', 'Mês', 'Month')),
    before: json<Record<string, unknown>>('Antes', 'Before', { large: true }),
    reason: optional(text('Motivo', 'Reason', { letters: 1000 })),
  },
  {
    labels: { one: { pt: 'Mudança de actividade', en: 'Change of activity' }, many: { pt: 'Mudanças de actividades', en: 'Changes of activities' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['activity'], ['cycle']],
    access: { read: { ...officeReads, partner: ofOwnOrganisation }, create: writers },
  },
)
