/**
 * The parts of relief, each a tab at its own address and everything below it. A tab shows to those who have work in it; add one by adding its line and its word. The
 * place stands in the menu of everybody who sees at least one.
 */
import { type ComponentType, lazy } from 'react'
import type { Key } from '../../words/words.ts'

type Screen = ComponentType
/** `lazy` wants a default export; our files have named ones only. */
const screen = <Name extends string>(load: () => Promise<Record<Name, Screen>>, name: Name) => lazy(async () => ({ default: (await load())[name] }))

export type Tab = { name: string; path: string; word: Extract<Key, `relief.part.${string}`>; roles: readonly string[]; Screen: Screen }

const stockReaders = ['warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring']

export const tabs: readonly Tab[] = [
  { name: 'stock', path: '/relief/stock', word: 'relief.part.stock', roles: stockReaders, Screen: screen(() => import('./stock/StockTab.tsx'), 'StockTab') },
  {
    name: 'distribution',
    path: '/relief/distribution',
    word: 'relief.part.distribution',
    roles: [...stockReaders, 'partner'],
    Screen: screen(() => import('./distribution/DistributionTab.tsx'), 'DistributionTab'),
  },
]

export const reliefRoles: readonly string[] = [...new Set(tabs.flatMap(({ roles }) => roles))]
