/** Who may enter by the doors of relief. */
import { record, type Who } from './routeLines.ts'

const stock = ['warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring'] as const
const catalogue = [...stock, 'partner', 'coordinator', 'enumerator'] as const
const selectionOffice = ['dataOfficer', 'coordinator', 'chief', 'monitoring', 'clusterCoordinator'] as const

export const reliefRoutes: [string, Who][] = [
  ...record('/api/relief/item', catalogue),
  ...record('/api/relief/kit', catalogue),
  ...record('/api/relief/kit-version', catalogue),
  ...record('/api/relief/lot', [...stock, 'enumerator']),
  ...record('/api/relief/warehouse', stock),
  ...record('/api/relief/criteria-set', selectionOffice),
  ...record('/api/relief/selection-run', selectionOffice),
  ...record('/api/relief/selection-line', [...selectionOffice, 'partner']),
  ...record('/api/relief/pdm-round', [...selectionOffice, 'enumerator']),
  ...record('/api/relief/pdm-unit', [...selectionOffice, 'enumerator']),
  ...record('/api/relief/release', [...stock, 'partner']),
]
