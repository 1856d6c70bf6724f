/** Organisations: Government institutions, UN agencies, non-governmental partners. Every activity, figure and endorsement names one. */
import { code, optional, record, text } from '../../kernel/index.ts'

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
    access: {
      read: {
        admin: 'all',
        dataOfficer: 'all',
        reportOfficer: 'all',
        governmentReviewer: 'all',
        coordinator: 'all',
        chief: 'all',
        monitoring: 'all',
        clusterCoordinator: 'all',
        partner: 'all',
      },
      create: ['admin', 'dataOfficer', 'clusterCoordinator'],
      update: ['admin', 'dataOfficer', 'clusterCoordinator'],
    },
  },
)
