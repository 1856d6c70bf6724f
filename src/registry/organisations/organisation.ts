/** Organisations: Government institutions, UN agencies, non-governmental partners. Every activity, figure and endorsement names one. */
import { code, date, optional, record, ref, text } from '../../kernel/index.ts'

export const organisationAccess = {
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
    /** Joined to this one: whoever reads its name is told of that. */
    mergedInto: optional(ref('organisations.organisation', 'Junta a', 'Joined to', { computed: true })),
    website: optional(text('Sítio', 'Website', { letters: 300 })),
  },
  {
    labels: { one: { pt: 'Organização', en: 'Organisation' }, many: { pt: 'Organizações', en: 'Organisations' } },
    class: 1,
    title: 'name',
    unique: [['name']],
    access: organisationAccess,
  },
)

/** An organisation that works in the name of a consortium, from a day and until one: it stays a member for what it did in those days. */
export const ConsortiumMember = record(
  'organisations.consortium_member',
  {
    consortium: ref('organisations.organisation', 'Consórcio', 'Consortium'),
    member: ref('organisations.organisation', 'Membro', 'Member'),
    /** Empty: from its beginning. */
    fromDay: optional(date('Desde', 'From')),
    toDay: optional(date('Até', 'Until')),
  },
  {
    labels: { one: { pt: 'Membro de consórcio', en: 'Member of a consortium' }, many: { pt: 'Membros de consórcios', en: 'Members of consortiums' } },
    class: 1,
    byDeeds: true,
    index: [['consortium'], ['member']],
    access: organisationAccess,
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
    access: organisationAccess,
  },
)
