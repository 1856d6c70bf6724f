/** Organisations by district on the map; the matrix above says the same to those who cannot use it. */
import { useMemo } from 'react'
import { MapOnDemand } from '../../../ui/MapOnDemand.tsx'
import type { Presence } from '../../api/fourW.ts'
import { useAreas } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'

export function PresenceMap({ presence, onOpen }: { presence: Presence; onOpen: (district: string) => void }) {
  const { t } = useWords()
  const { data: areas } = useAreas(2)
  const circles = useMemo(() => {
    const byDistrict = new Map<string, Set<string>>()
    for (const { place, organisations } of presence.cells) {
      const known = byDistrict.get(place) ?? new Set<string>()
      for (const organisation of organisations) known.add(organisation)
      byDistrict.set(place, known)
    }
    return [...byDistrict].map(([pcode, all]) => ({ pcode, name: presence.places[pcode]?.name ?? pcode, value: all.size }))
  }, [presence])
  return (
    <>
      <h2 className="after-table">{t('fourW.map')}</h2>
      <MapOnDemand areas={areas} circles={circles} label={t('fourW.mapLabel')} legendTitle={t('fourW.organisations')} onChoose={onOpen} />
    </>
  )
}
