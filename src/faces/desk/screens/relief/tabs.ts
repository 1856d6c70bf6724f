/**
 * The parts of relief, each a tab at its own address and everything below it. A tab shows to those who have work in it; add one by adding its line and its word. The
 * place stands in the menu of everybody who sees at least one.
 */
import { lazyPart } from '../../shell/lazyPart.ts'
import type { Tab } from '../../shell/TabbedPlace.tsx'

const boardReaders = ['pipeline', 'clusterCoordinator', 'chief', 'monitoring']
const stockReaders = ['warehouse', ...boardReaders]
const requestReaders = [...boardReaders, 'partner']

export const tabs: readonly Tab[] = [
  { name: 'stock', path: '/relief/stock', word: 'relief.part.stock', roles: stockReaders, Screen: lazyPart(() => import('./stock/StockTab.tsx'), 'StockTab') },
  {
    ...{ name: 'waybills', path: '/relief/waybills', word: 'relief.part.waybills', roles: [...stockReaders, 'partner'] },
    Screen: lazyPart(() => import('./waybills/WaybillsTab.tsx'), 'WaybillsTab'),
  },
  {
    name: 'requests',
    path: '/relief/requests',
    word: 'relief.part.requests',
    roles: requestReaders,
    Screen: lazyPart(() => import('./requests/RequestsTab.tsx'), 'RequestsTab'),
  },
  {
    name: 'pipeline',
    path: '/relief/pipeline',
    word: 'relief.part.pipeline',
    roles: boardReaders,
    Screen: lazyPart(() => import('./pipeline/PipelineTab.tsx'), 'PipelineTab'),
  },
  { name: 'gap', path: '/relief/gap', word: 'relief.part.gap', roles: boardReaders, Screen: lazyPart(() => import('./gap/GapTab.tsx'), 'GapTab') },
  {
    name: 'selection',
    path: '/relief/selection',
    word: 'relief.part.selection',
    roles: ['coordinator', 'dataOfficer', 'clusterCoordinator', 'chief', 'monitoring'],
    Screen: lazyPart(() => import('./selection/SelectionTab.tsx'), 'SelectionTab'),
  },
  {
    name: 'distribution',
    path: '/relief/distribution',
    word: 'relief.part.distribution',
    roles: [...stockReaders, 'partner'],
    Screen: lazyPart(() => import('./distribution/DistributionTab.tsx'), 'DistributionTab'),
  },
  {
    name: 'monitoring',
    path: '/relief/monitoring',
    word: 'relief.part.monitoring',
    roles: ['enumerator', 'coordinator', 'dataOfficer', 'clusterCoordinator', 'chief', 'monitoring'],
    Screen: lazyPart(() => import('./monitoring/MonitoringTab.tsx'), 'MonitoringTab'),
  },
]

export const reliefRoles: readonly string[] = [...new Set(tabs.flatMap(({ roles }) => roles))]
