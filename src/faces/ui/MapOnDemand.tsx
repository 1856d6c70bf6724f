/** The map and its library load only where a map is drawn, and only once the areas are there. */
import { Skeleton } from '@mantine/core'
import { type ComponentProps, lazy, Suspense } from 'react'
import type { AreaMap } from './AreaMap.tsx'
import type { MapAreas } from './mapFeatures.ts'

const Drawn = lazy(async () => ({ default: (await import('./AreaMap.tsx')).AreaMap }))

type Given = Omit<ComponentProps<typeof AreaMap>, 'areas'> & { areas: MapAreas | undefined }

export function MapOnDemand({ areas, ...given }: Given) {
  const waiting = <Skeleton className="map-frame" />
  return areas ? (
    <Suspense fallback={waiting}>
      <Drawn areas={areas} {...given} />
    </Suspense>
  ) : (
    waiting
  )
}
