/** Organisations: Government institutions, UN agencies, non-governmental partners. Every activity, figure and endorsement names one. */
import { code, optional, record, ref, text } from '../../kernel/index.ts'

const access = {
  read: {
    admin: 'all',
    dataOfficer: 'all',
    reportOfficer: 'all',
    governmentReviewer: 'all',
    coordinator: 'all',
    chief: 'all',
    monitoring: 'all',
    clusterCoordinator: 'all',
    communications: 'all',
    warehouse: 'all',
    pipeline: 'all',
    solutions: 'all',
    partner: 'all',
  },
  create: ['admin', 'dataOfficer', 'clusterCoordinator'],
  update: ['admin', 'dataOfficer', 'clusterCoordinator'],
} as const

export const Organisation = record(
  'organisations.organisation',
  {
    name: text('Nome', 'Name', { letters: 200, hxl: '#org+name' }),
    acronym: optional(text('Sigla', 'Acronym', { letters: 40, hxl: '#org+acronym' })),
    kind: code('organisationKind', 'Tipo', 'Kind', { hxl: '#org+type' }),
    website: optional(text('Sítio', 'Website', { letters: 300 })),
  },
  {
    labels: { one: { pt: 'Organização', en: 'Organisation' }, many: { pt: 'Organizações', en: 'Organisations' } },
    class: 1,
    title: 'name',
    unique: [['name']],
    access,
  },
)

/** Another spelling of an organisation: it is never a row of its own. */
export const OrganisationAlias = record(
  'organisations.alias',
  {
    organisation: ref('organisations.organisation', 'Organização', 'Organisation'),
    name: text('Outra grafia', 'Other spelling', { letters: 200 }),
    source: optional(text('Fonte', 'Source', { letters: 300 })),
  },
  {
    labels: {
      one: { pt: 'Outra grafia de organização', en: 'Other spelling of an organisation' },
      many: { pt: 'Outras grafias de organizações', en: 'Other spellings of organisations' },
    },
    class: 1,
    title: 'name',
    unique: [['name']],
    index: [['organisation']],
    access,
  },
)
