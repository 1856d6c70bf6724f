/**
 * The places of work, in the field's words: one entry here makes the menu, the address, the key after `g` and the lazily loaded screen. A screen lives in
 * `screens/<place>/` and gets every address below its own; add a place by adding a line and its word `nav.<name>`.
 */
import type { ComponentType } from 'react'
import { messageReaders } from './api/messages.ts'
import { solutionsReaders } from './api/solutions.ts'
import { reliefRoles } from './screens/relief/tabs.ts'
import { lazyPart } from './shell/lazyPart.ts'
import type { Key } from './words/words.ts'

type Screen = ComponentType

export type PlaceOfWork = {
  name: string
  path: string
  key: string
  word: Extract<Key, `nav.${string}`>
  /** Left out of the menu of people who hold none of these roles; the server decides in any case. */
  roles?: readonly string[]
  /** Stands in the menu of one's own name, so that the bar holds the week's work alone. */
  aside?: true
  /** Their week is in it; everybody else finds it in the menu of their own name. */
  weekOf?: readonly string[]
  Screen: Screen
}

export const placesOfWork: readonly PlaceOfWork[] = [
  { name: 'home', path: '/', key: 'h', word: 'nav.home', Screen: lazyPart(() => import('./screens/home/Home.tsx'), 'Home') },
  { name: 'rounds', path: '/rounds', key: 'r', word: 'nav.rounds', Screen: lazyPart(() => import('./screens/rounds/Rounds.tsx'), 'Rounds') },
  {
    name: 'events',
    path: '/events',
    key: 'v',
    word: 'nav.events',
    roles: ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'],
    Screen: lazyPart(() => import('./screens/events/Events.tsx'), 'Events'),
  },
  {
    name: 'surveys',
    path: '/surveys',
    key: 'q',
    word: 'nav.surveys',
    roles: ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'],
    Screen: lazyPart(() => import('./screens/surveys/Surveys.tsx'), 'Surveys'),
  },
  {
    name: 'registration',
    path: '/registration',
    key: 'd',
    word: 'nav.registration',
    roles: ['registrar', 'duplicateReviewer', 'dataOfficer', 'coordinator', 'chief', 'monitoring'],
    Screen: lazyPart(() => import('./screens/registration/Registration.tsx'), 'Registration'),
  },
  {
    name: 'coordination',
    path: '/coordination',
    key: 'c',
    word: 'nav.coordination',
    roles: ['clusterCoordinator', 'chief', 'coordinator', 'monitoring', 'partner'],
    Screen: lazyPart(() => import('./screens/coordination/Coordination.tsx'), 'Coordination'),
  },
  {
    name: 'products',
    path: '/products',
    key: 'b',
    word: 'nav.products',
    weekOf: ['communications', 'reportOfficer'],
    roles: ['communications', 'reportOfficer', 'chief', 'governmentReviewer', 'monitoring'],
    Screen: lazyPart(() => import('./screens/products/Products.tsx'), 'Products'),
  },
  {
    name: 'messages',
    path: '/messages',
    key: 'n',
    word: 'nav.messages',
    roles: messageReaders,
    weekOf: ['communications'],
    Screen: lazyPart(() => import('./screens/messages/Messages.tsx'), 'Messages'),
  },
  {
    name: 'relief',
    path: '/relief',
    key: 'k',
    word: 'nav.relief',
    roles: reliefRoles,
    weekOf: ['warehouse', 'pipeline', 'partner', 'clusterCoordinator'],
    Screen: lazyPart(() => import('./screens/relief/Relief.tsx'), 'Relief'),
  },
  {
    name: 'solutions',
    path: '/solutions',
    key: 'o',
    word: 'nav.solutions',
    roles: solutionsReaders,
    weekOf: ['solutions'],
    Screen: lazyPart(() => import('./screens/solutions/Solutions.tsx'), 'Solutions'),
  },
  {
    name: 'import',
    path: '/import',
    key: 'i',
    word: 'nav.import',
    roles: ['dataOfficer', 'clusterCoordinator', 'partner', 'admin'],
    Screen: lazyPart(() => import('./screens/import/Import.tsx'), 'Import'),
  },
  {
    name: 'forms',
    path: '/forms',
    key: 'f',
    word: 'nav.forms',
    roles: ['dataOfficer', 'reportOfficer', 'coordinator', 'chief', 'monitoring', 'registrar', 'admin'],
    Screen: lazyPart(() => import('./screens/forms/Forms.tsx'), 'Forms'),
  },
  {
    name: 'requests',
    path: '/requests',
    key: 't',
    word: 'nav.requests',
    roles: ['dataOfficer'],
    aside: true,
    Screen: lazyPart(() => import('./screens/requests/Requests.tsx'), 'Requests'),
  },
  { name: 'places', path: '/places', key: 'p', word: 'nav.places', Screen: lazyPart(() => import('./screens/places/Places.tsx'), 'Places') },
  {
    name: 'strategy',
    path: '/strategy',
    key: 'e',
    word: 'nav.strategy',
    Screen: lazyPart(() => import('./screens/strategy/StrategyScreen.tsx'), 'StrategyScreen'),
  },
  { name: 'people', path: '/people', key: 'u', word: 'nav.people', roles: ['admin'], Screen: lazyPart(() => import('./screens/people/People.tsx'), 'People') },
  {
    name: 'audit',
    path: '/audit',
    aside: true,
    key: 'a',
    word: 'nav.audit',
    roles: ['admin'],
    Screen: lazyPart(() => import('./screens/audit/Audit.tsx'), 'Audit'),
  },
  {
    name: 'settings',
    path: '/settings',
    aside: true,
    key: 's',
    word: 'nav.settings',
    Screen: lazyPart(() => import('./screens/settings/Settings.tsx'), 'Settings'),
  },
  { name: 'records', path: '/records', aside: true, key: 'l', word: 'nav.records', Screen: lazyPart(() => import('./screens/records/Records.tsx'), 'Records') },
  { name: 'guide', path: '/guide', aside: true, key: 'm', word: 'nav.guide', Screen: lazyPart(() => import('./screens/guide/Guide.tsx'), 'Guide') },
]

/** Where a place found by the search opens. */
export const pathOfPlace = (place: { id: string }) => `/places/${place.id}`
export const pathOfRound = (id: string, tab = '') => `/rounds/${id}${tab && `/${tab}`}`
export const pathOfRecord = (name: string, id = '') => `/records/${name.replace('.', '/').replaceAll('_', '-')}${id && `/${id}`}`
