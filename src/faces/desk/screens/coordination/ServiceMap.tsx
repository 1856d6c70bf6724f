/** Services on the map: each kind by its own symbol and its own colour, so that a photocopy and a colour-blind reader tell them apart. A sensitive service is never on it. */
import { useMemo } from 'react'
import { looksOf } from '../../../../engines/signs.ts'
import { MapOnDemand } from '../../../ui/MapOnDemand.tsx'
import type { MapMark } from '../../../ui/mapFeatures.ts'
import type { Service } from '../../api/partnerships.ts'
import { useAreas } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'

export function ServiceMap({ services }: { services: readonly Service[] }) {
  const { t } = useWords()
  const { data: areas } = useAreas(2)
  const shown = useMemo(() => services.filter(({ sensitive, status }) => !sensitive && status !== 'none'), [services])
  const looks = useMemo(
    () => new Map([...looksOf(shown.map(({ kind }) => kind))].map(([kind, { sign, tone }]) => [kind, { sign, tone: `service-kind-${tone}` }])),
    [shown],
  )
  const marks = useMemo((): MapMark[] => {
    const places = new Map<string, Service[]>()
    for (const service of shown) places.set(service.place, [...(places.get(service.place) ?? []), service])
    return [...places].map(([pcode, here]) => {
      const [{ district, lon, lat, placeName }] = here as [Service]
      const kinds = [...new Set(here.map(({ kind }) => kind))]
      return {
        ...{
          pcode,
          area: district,
          at: lon !== null && lat !== null ? [lon, lat] : null,
          tone: 'symbols',
          words: `${placeName ?? pcode}: ${kinds.join(', ')}`,
        },
        symbols: kinds.map((kind) => looks.get(kind)!),
      }
    })
  }, [shown, looks])
  // The view closes in on the districts that have something.
  const circles = useMemo(
    () => [...new Set(shown.flatMap(({ district }) => district ?? []))].map((pcode) => ({ pcode, name: pcode, value: 'unknown' as const })),
    [shown],
  )
  if (shown.length === 0) return null
  return (
    <section className="coordination-part">
      <h2>{t('services.map')}</h2>
      <MapOnDemand areas={areas} circles={circles} marks={marks} label={t('services.map')} legendTitle={t('coordination.part.services')} />
      <ul className="service-kinds">
        {[...looks].map(([kind, { sign, tone }]) => (
          <li key={kind}>
            <span className={tone} aria-hidden="true">
              {sign}
            </span>{' '}
            {kind}: {shown.filter((service) => service.kind === kind).length}
          </li>
        ))}
      </ul>
      <p className="small quiet">{t('services.mapNote')}</p>
    </section>
  )
}
