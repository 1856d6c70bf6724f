/** The parts of coordination, in the order in which a week uses them; each is a tab. */
import type { Key } from '../../words/words.ts'

export type Tab = { name: string; path: string; word: Key; roles?: readonly string[] }

export const tabs: readonly Tab[] = [
  { name: 'meetings', path: '/coordination', word: 'coordination.part.meetings' },
  { name: 'fourW', path: '/coordination/4w', word: 'coordination.part.fourW' },
  { name: 'learning', path: '/coordination/learning', word: 'coordination.part.learning', roles: ['clusterCoordinator', 'chief', 'coordinator', 'monitoring'] },
  {
    name: 'agreements',
    path: '/coordination/agreements',
    word: 'coordination.part.agreements',
    roles: ['clusterCoordinator', 'chief', 'coordinator', 'monitoring'],
  },
  {
    name: 'organisations',
    path: '/coordination/organisations',
    word: 'coordination.part.organisations',
    roles: ['clusterCoordinator', 'chief', 'coordinator', 'monitoring'],
  },
  { name: 'contacts', path: '/coordination/contacts', word: 'coordination.part.contacts' },
  { name: 'services', path: '/coordination/services', word: 'coordination.part.services' },
]
