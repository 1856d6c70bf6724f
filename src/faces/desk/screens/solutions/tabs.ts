/** The parts of durable solutions, each a tab at its own address. Moves stand on consents and land: officers alone see them. */
import { solutionsOfficers, solutionsReaders } from '../../api/solutions.ts'
import { lazyPart } from '../../shell/lazyPart.ts'
import type { Tab } from '../../shell/TabbedPlace.tsx'

export const tabs: readonly Tab[] = [
  {
    ...{ name: 'houses', path: '/solutions/houses', word: 'solutions.part.houses', roles: solutionsReaders },
    Screen: lazyPart(() => import('./HousesTab.tsx'), 'HousesTab'),
  },
  {
    ...{ name: 'designs', path: '/solutions/designs', word: 'solutions.part.designs', roles: solutionsReaders },
    Screen: lazyPart(() => import('./DesignsTab.tsx'), 'DesignsTab'),
  },
  {
    ...{ name: 'localities', path: '/solutions/localities', word: 'solutions.part.localities', roles: solutionsReaders },
    Screen: lazyPart(() => import('./LocalitiesTab.tsx'), 'LocalitiesTab'),
  },
  {
    ...{ name: 'moves', path: '/solutions/moves', word: 'solutions.part.moves', roles: solutionsOfficers },
    Screen: lazyPart(() => import('./MovesTab.tsx'), 'MovesTab'),
  },
  {
    ...{ name: 'progress', path: '/solutions/progress', word: 'solutions.part.progress', roles: solutionsReaders },
    Screen: lazyPart(() => import('./ProgressTab.tsx'), 'ProgressTab'),
  },
  {
    ...{ name: 'markets', path: '/solutions/markets', word: 'solutions.part.markets', roles: solutionsReaders },
    Screen: lazyPart(() => import('./MarketsTab.tsx'), 'MarketsTab'),
  },
]
