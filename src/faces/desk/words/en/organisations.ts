/** Words of the register of organisations. */
import type { Phrase } from '../../../ui/phrases.ts'
import type { organisationWords as pt } from '../pt/organisations.ts'

export const organisationWords: Record<keyof typeof pt, Phrase> = {
  'coordination.part.organisations': 'Organisations',
  'organisations.note':
    'Each organisation stands once, with the other ways of writing it. A consortium and its members count as one presence in a district and sector; a member that is there alone counts under its own name.',
  'organisations.none': 'No organisations yet',
  'organisations.noneNote': 'They come with the first 4W that is imported, or one by one.',
  'organisations.search': 'Find by name or other spelling',
  'organisations.new': 'Register an organisation',
  'organisations.shown': 'Showing {shown} of {n}.',
  'organisations.kind': 'Kind',
  'organisations.spellings': 'Other spellings',
  'organisations.consortium': 'Consortium',
  'organisations.members': { one: '1 member', other: '{n} members' },
  'organisations.change': 'Open',
  'organisations.noConsortium': 'Only a consortium has members. If it is one, change its kind on its own sheet.',
  'organisations.openRow': 'Open its sheet',
  'organisations.rule':
    'Members count with the consortium in activities whose days fall within the days of their membership. Empty dates: from the beginning, or until now.',
  'organisations.member': 'Member',
  'organisations.addMember': 'Add member',
  'organisations.since': 'Member since',
  'organisations.until': 'Member until',
  'organisations.keepDays': 'Keep the days',
  'organisationKind.government': 'Government',
  'organisationKind.un': 'United Nations',
  'organisationKind.international_ngo': 'International NGO',
  'organisationKind.national_ngo': 'National NGO',
  'organisationKind.civil_society': 'Civil society',
  'organisationKind.red_cross': 'Red Cross Movement',
  'organisationKind.donor': 'Donor',
  'organisationKind.private_sector': 'Private sector',
  'organisationKind.academia': 'University',
  'organisationKind.consortium': 'Consortium',
  'organisationKind.other': 'Other',
}
