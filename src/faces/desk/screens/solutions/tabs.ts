/** The parts of durable solutions, each a tab at its own address. Moves stand on consents and land: officers alone see them. */
import { type ComponentType, lazy } from 'react'
import { solutionsOfficers, solutionsReaders } from '../../api/solutions.ts'
import type { Tab } from '../../shell/TabbedPlace.tsx'

type Screen = ComponentType
/** `lazy` wants a default export; our files have named ones only. */
const screen = <Name extends string>(load: () => Promise<Record<Name, Screen>>, name: Name) => lazy(async () => ({ default: (await load())[name] }))

export const tabs: readonly Tab[] = [
  {
    ...{ name: 'houses', path: '/solutions/houses', word: 'solutions.part.houses', roles: solutionsReaders },
    Screen: screen(() => import('./HousesTab.tsx'), 'HousesTab'),
  },
  {
    ...{ name: 'localities', path: '/solutions/localities', word: 'solutions.part.localities', roles: solutionsReaders },
    Screen: screen(() => import('./LocalitiesTab.tsx'), 'LocalitiesTab'),
  },
  {
    ...{ name: 'moves', path: '/solutions/moves', word: 'solutions.part.moves', roles: solutionsOfficers },
    Screen: screen(() => import('./MovesTab.tsx'), 'MovesTab'),
  },
  {
    ...{ name: 'progress', path: '/solutions/progress', word: 'solutions.part.progress', roles: solutionsReaders },
    Screen: screen(() => import('./ProgressTab.tsx'), 'ProgressTab'),
  },
]
