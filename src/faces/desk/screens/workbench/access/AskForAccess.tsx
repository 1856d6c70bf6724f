/** A request for access is written down on the day on which it is made. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { accessKey } from '../../../api/access.ts'
import { post, refusalsOf } from '../../../api/ask.ts'
import { searchPlaces } from '../../../api/places.ts'
import { useDeed } from '../../../api/useDeed.ts'
import { useWords } from '../../../words/words.ts'

const empty = { askedOn: '', office: '', purpose: '' }

export function AskForAccess({ round }: { round: string }) {
  const { t } = useWords()
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [given, setGiven] = useState(empty)
  const [lasting, setLasting] = useState(false)
  const asking = useDeed(
    accessKey(round),
    () => post('/api/displacement/access', { ...given, place: place?.pcode, round: lasting ? null : round }),
    () => {
      setGiven(empty)
      setPlace(null)
    },
  )
  const input = (name: keyof typeof empty, type = 'text') => (
    <TextInput
      type={type}
      label={t(`accessLog.${name}`)}
      description={name === 'office' ? t('accessLog.officeNote') : undefined}
      value={given[name]}
      onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
    />
  )
  const ready = place !== null && Object.values(given).every((text) => text.trim() !== '')
  return (
    <section className="card">
      <h2>{t('accessLog.ask')}</h2>
      <KeyedForm onSave={() => asking.mutate(undefined)} label={t('accessLog.ask')}>
        <Refusals refusals={refusalsOf(asking.error)} focus />
        <PlacePicker search={searchPlaces} onChoose={setPlace} label={t('accessLog.place')} />
        {place && (
          <p>
            {place.name} <span className="quiet">{place.pcode}</span>
          </p>
        )}
        <div className="side-by-side">
          {input('askedOn', 'date')}
          {input('office')}
        </div>
        {input('purpose')}
        <Checkbox label={t('accessLog.isLasting')} checked={lasting} onChange={(event) => setLasting(event.currentTarget.checked)} />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={asking.isPending}>
            {t('accessLog.ask')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
