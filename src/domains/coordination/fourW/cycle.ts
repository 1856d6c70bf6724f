/** The month of the 4W: it opens, partners answer, coordination validates, locks and publishes; and the figures that reach and gaps are held against. */
import { code, date, integer, oneOf, optional, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { officeReads, ofOwnOrganisation } from './activity.ts'

export const Cycle = record(
  'coordination.cycle',
  {
    month: date('Mês', 'Month'),
    dueOn: date('Prazo', 'Due'),
    state: oneOf('Estado', 'State', ['open', 'validated', 'locked', 'published'], { computed: true }),
    remindedAt: optional(timestamp('Última lembrança', 'Last reminder', { computed: true })),
    slug: optional(text('Endereço público', 'Public address', { letters: 200, computed: true })),
  },
  {
    labels: { one: { pt: 'Mês do 4W', en: '4W month' }, many: { pt: 'Meses do 4W', en: '4W months' } },
    class: 2,
    title: 'month',
    byDeeds: true,
    unique: [['month']],
    access: { read: { ...officeReads, partner: 'all' }, create: ['clusterCoordinator'], update: ['clusterCoordinator'] },
  },
)

export const MonthlyReport = record(
  'coordination.monthly_report',
  {
    cycle: ref('coordination.cycle', 'Mês', 'Month'),
    organisation: ref('organisations.organisation', 'Organização', 'Organisation', { stays: true }),
    state: oneOf('Estado', 'State', ['waiting', 'reminded', 'submitted'], { computed: true }),
    submittedAt: optional(timestamp('Entregue em', 'Submitted at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Resposta do mês', en: "Month's answer" }, many: { pt: 'Respostas do mês', en: "Month's answers" } },
    class: 2,
    byDeeds: true,
    unique: [['cycle', 'organisation']],
    index: [['recordedAt', 'id']],
    access: {
      read: { ...officeReads, partner: ofOwnOrganisation },
      create: ['clusterCoordinator', 'partner'],
      update: ['clusterCoordinator', 'partner'],
    },
  },
)

/** People who live in a place, or who are in need there, each with its source: never a figure of the product's own. */
export const PlaceFigure = record(
  'coordination.place_figure',
  {
    place: ref('places.place', 'Lugar', 'Place', { hxl: '#loc' }),
    figure: oneOf('O que se conta', 'What is counted', ['population', 'in_need']),
    /** Empty: all sectors together. */
    sector: optional(code('sector', 'Sector', 'Sector', { hxl: '#sector' })),
    people: integer('Pessoas', 'People', { min: 0, hxl: '#population' }),
    asOf: date('Data', 'Date'),
    source: text('Fonte', 'Source', { letters: 300 }),
  },
  {
    labels: { one: { pt: 'População ou necessidade', en: 'Population or need' }, many: { pt: 'População e necessidades', en: 'Population and needs' } },
    class: 1,
    unique: [['place', 'figure', 'sector', 'asOf']],
    access: { read: { ...officeReads, partner: 'all' }, create: ['clusterCoordinator', 'dataOfficer'], update: ['clusterCoordinator', 'dataOfficer'] },
  },
)
