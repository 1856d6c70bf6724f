/** Where work is and where it is missing, on the map; the tables say the same to those who cannot use it. Silence is grey and an unknown need hatched: neither is nothing. */
import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { MapOnDemand } from '../../../ui/MapOnDemand.tsx'
import type { MapTone } from '../../../ui/mapFeatures.ts'
import type { Presence, Reach } from '../../api/fourW.ts'
import { useAreas } from '../../api/places.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'

type Layer = 'presence' | 'least' | 'most'
type Given = { presence: Presence; reach: Reach | undefined; onOpen: (district: string) => void }

export function PresenceMap({ presence, reach, onOpen }: Given) {
  const { t, named } = useWords()
  const [search, choose] = useChosen()
  const { data: areas } = useAreas(2)
  const layer = (search.get('layer') ?? 'presence') as Layer
  const sectors = useMemo(() => [...new Set((reach?.gaps ?? []).map(({ sector }) => sector))].sort(), [reach])
  const judged = (reach?.gaps ?? []).find(({ inNeed }) => typeof inNeed === 'number')?.sector
  const sector = search.get('gapSector') ?? judged ?? sectors[0]
  const nameOf = (pcode: string) => presence.places[pcode]?.name ?? reach?.places[pcode]?.name ?? pcode

  const circles = useMemo(() => {
    if (layer !== 'presence')
      return (reach?.gaps ?? []).filter((gap) => gap.sector === sector).map((gap) => ({ pcode: gap.place, name: gap.place, value: gap[layer] }))
    const byDistrict = new Map<string, Set<string>>()
    for (const { place, organisations } of presence.cells) {
      const known = byDistrict.get(place) ?? new Set<string>()
      for (const organisation of organisations) known.add(organisation)
      byDistrict.set(place, known)
    }
    return [...byDistrict].map(([pcode, all]) => ({ pcode, name: pcode, value: all.size }))
  }, [presence, reach, layer, sector])

  const [silent, unknownGap] = [t('fourW.silent'), t('fourW.gapUnknown')]
  const tones = useMemo((): MapTone[] => {
    if (layer === 'presence') return [{ tone: 'grey', words: silent, pcodes: presence.silent }]
    const known = new Set(circles.filter(({ value }) => typeof value === 'number').map(({ pcode }) => pcode))
    const unknown = (areas?.features ?? []).map(({ properties }) => properties.pcode).filter((pcode) => !known.has(pcode))
    return [{ tone: 'hatched', words: unknownGap, pcodes: unknown }]
  }, [presence, areas, circles, layer, silent, unknownGap])

  return (
    <>
      <h2 className="after-table">{t('fourW.map')}</h2>
      <div className="filters">
        <NativeSelect
          label={t('fourW.layer')}
          value={layer}
          onChange={({ currentTarget }) => choose({ layer: currentTarget.value === 'presence' ? '' : currentTarget.value })}
          data={(['presence', 'least', 'most'] as const).map((value) => ({ value, label: t(`fourW.layer.${value}`) }))}
        />
        {layer !== 'presence' && sectors.length > 0 && (
          <NativeSelect
            label={t('fourW.sector')}
            value={sector}
            onChange={({ currentTarget }) => choose({ gapSector: currentTarget.value })}
            data={sectors.map((value) => ({ value, label: named('sector', value) }))}
          />
        )}
      </div>
      {layer === 'presence' && presence.silent.length > 0 && (
        <p className="small">{t('fourW.silentIn', { districts: presence.silent.map(nameOf).join(', ') })}</p>
      )}
      {layer !== 'presence' && <p className="small quiet">{t('fourW.gapLayerNote')}</p>}
      <MapOnDemand
        areas={areas}
        circles={circles}
        tones={tones}
        label={t('fourW.mapLabel')}
        legendTitle={t(layer === 'presence' ? 'fourW.organisations' : `fourW.layer.${layer}`)}
        onChoose={onOpen}
      />
    </>
  )
}
