/** The point of a place, moved by a press on the map or by writing coordinates, in degrees as people write them. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { MapOnDemand } from '../../../ui/MapOnDemand.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { movePoint, usePlaceDeed } from '../../api/geometry.ts'
import { useAreas } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'
import type { Place } from './register.ts'

export function MovePoint({ place, chain, onDone }: { place: Place; chain: readonly Place[]; onDone: () => void }) {
  const { t } = useWords()
  const [value, setValue] = useState({ lat: place.lat?.toFixed(5) ?? '', lon: place.lon?.toFixed(5) ?? '', reason: '', evenSo: false })
  const moving = usePlaceDeed(() => movePoint(place.id, value), onDone)
  const district = chain.find(({ level }) => level === 2)
  const { data } = useAreas(3)
  const areas = useMemo(() => data && { ...data, features: data.features.filter(({ properties }) => properties.parent === district?.pcode) }, [data, district])
  const { lat, lon } = value
  const points = useMemo((): [number, number][] => {
    const [x, y] = [Number(lon), Number(lat)]
    return lon !== '' && lat !== '' && Number.isFinite(x) && Number.isFinite(y) ? [[x, y]] : []
  }, [lon, lat])
  const refusals = refusalsOf(moving.error)
  const otherDistrict = refusals.some(({ code }) => code === 'places.point-other-district')
  const ready = value.lat.trim() !== '' && value.lon.trim() !== '' && value.reason.trim() !== ''
  return (
    <div className="place-map">
      {areas && areas.features.length > 0 && (
        <MapOnDemand
          areas={areas}
          label={t('place.pressMap', { name: place.name })}
          legendTitle={t('places.mapLegend', { name: district?.name ?? place.name })}
          points={points}
          onPoint={(x, y) => setValue({ ...value, lon: x.toFixed(5), lat: y.toFixed(5) })}
        />
      )}
      <p className="quiet">{t('place.pointNote')}</p>
      <Refusals refusals={refusals} focus />
      <KeyedForm onSave={() => ready && moving.mutate(undefined)} label={t('place.movePoint')}>
        <div className="side-by-side">
          <TextInput label={t('place.lat')} value={value.lat} onChange={(event) => setValue({ ...value, lat: event.currentTarget.value })} />
          <TextInput label={t('place.lon')} value={value.lon} onChange={(event) => setValue({ ...value, lon: event.currentTarget.value })} />
          <TextInput
            label={t('place.reason')}
            required
            maxLength={500}
            value={value.reason}
            onChange={(event) => setValue({ ...value, reason: event.currentTarget.value })}
          />
        </div>
        {otherDistrict && (
          <Checkbox label={t('place.evenSo')} checked={value.evenSo} onChange={(event) => setValue({ ...value, evenSo: event.currentTarget.checked })} />
        )}
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={moving.isPending}>
            {t('save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </div>
  )
}
