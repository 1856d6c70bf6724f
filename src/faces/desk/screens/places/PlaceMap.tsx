/** The areas inside a place, or the areas around it where it is the finest one; a press on an area opens it. */
import { useMemo } from 'react'
import { MapOnDemand } from '../../../ui/MapOnDemand.tsx'
import { useAreas } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'
import type { Place } from './register.ts'

const finest = 3

export function PlaceMap({
  place,
  inside,
  parent,
  onChoose,
}: {
  place: Place
  inside: readonly Place[]
  parent: Place | null
  onChoose: (id: string) => void
}) {
  const { t } = useWords()
  const around = place.level >= finest && parent !== null && parent.level < finest ? parent : place
  const level = Math.min(around.level + 1, finest) as 1 | 2 | 3
  const { data } = useAreas(level)
  const areas = useMemo(() => data && { ...data, features: data.features.filter(({ properties }) => properties.parent === around.pcode) }, [data, around.pcode])
  // Sites and localities have no outline, and another country's areas are not known here.
  if (place.level > finest || areas?.features.length === 0) return null
  return (
    <div className="place-map">
      <MapOnDemand
        areas={areas}
        label={t('places.map', { name: around.name })}
        legendTitle={t('places.mapLegend', { name: around.name })}
        selected={place.pcode}
        onChoose={(pcode) => {
          const found = inside.find((each) => each.pcode === pcode)
          if (found) onChoose(found.id)
        }}
      />
    </div>
  )
}
