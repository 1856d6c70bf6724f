/** Where a place lies, for whoever keeps the register: its point moved, its boundary replaced, and what stood before with who, when and why. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Earlier, setAgain, useEarlier, usePlaceDeed } from '../../api/geometry.ts'
import { useWords } from '../../words/words.ts'
import { MovePoint } from './MovePoint.tsx'
import { ReplaceBoundary } from './ReplaceBoundary.tsx'
import type { Place } from './register.ts'

export function Geometry({ place, chain }: { place: Place; chain: readonly Place[] }) {
  const { t } = useWords()
  const [doing, setDoing] = useState<'point' | 'boundary' | null>(null)
  const { data, error } = useEarlier(place.id)
  const stop = () => setDoing(null)
  return (
    <section>
      <h3>{t('place.geometry')}</h3>
      {doing === null && (
        <div className="form-deeds">
          <Button variant="default" onClick={() => setDoing('point')}>
            {t('place.movePoint')}
          </Button>
          {place.level >= 1 && place.level <= 3 && (
            <Button variant="default" onClick={() => setDoing('boundary')}>
              {t('place.replaceBoundary')}
            </Button>
          )}
        </div>
      )}
      {doing === 'point' && <MovePoint place={place} chain={chain} onDone={stop} />}
      {doing === 'boundary' && <ReplaceBoundary place={place} onDone={stop} />}
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {data && data.earlier.length > 0 && (
        <>
          <h4>{t('place.before')}</h4>
          <ul className="lines-plain">
            {data.earlier.map((earlier) => (
              <Before key={earlier.id} earlier={earlier} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Before({ earlier }: { earlier: Earlier }) {
  const { t, language } = useWords()
  const [reason, setReason] = useState<string | null>(null)
  const setting = usePlaceDeed(
    (why: string) => setAgain(earlier.id, why),
    () => setReason(null),
  )
  const { what, lon, lat, hasOutline, credit } = earlier
  const stood = what === 'point' ? lon !== null && lat !== null : hasOutline
  const said = what === 'point' ? (stood ? `${lat!.toFixed(5)}, ${lon!.toFixed(5)}` : t('places.noPoint')) : stood ? (credit ?? '') : t('place.noBoundary')
  return (
    <li>
      <b>{t(`place.what.${what}`)}</b>: {said}{' '}
      <span className="quiet">
        {t('place.until', { at: dateAndTime(earlier.recordedAt, language), by: earlier.by ?? t('notSaid') })} {earlier.reason}
      </span>{' '}
      {stood && reason === null && (
        <button type="button" className="link small" onClick={() => setReason('')}>
          {t('place.setAgain')}
        </button>
      )}
      {reason !== null && (
        <KeyedForm onSave={() => reason.trim() !== '' && setting.mutate(reason)} label={t('place.setAgain')}>
          <TextInput label={t('place.reason')} value={reason} required maxLength={500} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
          <div className="form-deeds">
            <Button type="submit" disabled={reason.trim() === ''} loading={setting.isPending}>
              {t('place.setAgain')}
            </Button>
            <Button variant="default" onClick={() => setReason(null)}>
              {t('cancel')}
            </Button>
          </div>
        </KeyedForm>
      )}
      <Refusals refusals={refusalsOf(setting.error)} focus />
    </li>
  )
}
