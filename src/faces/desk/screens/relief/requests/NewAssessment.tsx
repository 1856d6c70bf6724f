/** A needs assessment of a place: what was looked at and what is lacking. Written once; a newer one says what was wrong in it. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { searchPlaces } from '../../../api/places.ts'
import { useReliefDeed, useThings } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'

const methods = ['household_survey', 'key_informants', 'observation', 'group_discussion'] as const
type Figure = 'households' | 'team' | 'lacks' | 'untouched' | 'partly' | 'destroyed'

export function NewAssessment() {
  const { t, language } = useWords()
  const { data: things } = useThings()
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [{ day, method, thing }, setGiven] = useState<{ day: string; method: string; thing: string }>({ day: '', method: methods[0], thing: '' })
  const [figures, setFigures] = useState<Partial<Record<Figure, string | number>>>({})
  const [kept, setKept] = useState('')
  const counted = (name: Figure) => (figures[name] === undefined || figures[name] === '' ? null : Number(figures[name]))
  const saving = useReliefDeed(
    () =>
      post('/api/relief/assessments', {
        ...{ place: place!.pcode, assessedOn: day, method, householdsAssessed: counted('households'), teamSize: counted('team') },
        lacking: thing && counted('lacks') !== null ? [{ code: thing, percent: counted('lacks') }] : [],
        damage: { none: counted('untouched'), partly: counted('partly'), destroyed: counted('destroyed') },
      }),
    () => {
      setKept(t('assess.saved', { place: place!.name, day: longDate(day, language) }))
      setFigures({})
    },
  )
  const figure = (name: Figure) => (
    <NumberInput label={t(`assess.${name}`)} min={0} value={figures[name] ?? ''} onChange={(value) => setFigures({ ...figures, [name]: value })} />
  )
  const isReady = place && day && counted('households') !== null && counted('team') !== null
  return (
    <details className="card">
      <summary>{t('assess.new')}</summary>
      <KeyedForm onSave={() => isReady && saving.mutate(undefined)} label={t('assess.new')}>
        <div className="side-by-side">
          <div>
            <PlacePicker search={searchPlaces} label={t('ask.place')} onChoose={setPlace} />
            {place && <p className="small">{t('ask.placeChosen', { name: place.name })}</p>}
          </div>
          <TextInput type="date" label={t('assess.day')} value={day} onChange={({ currentTarget }) => setGiven({ day: currentTarget.value, method, thing })} />
          <NativeSelect
            label={t('assess.method')}
            value={method}
            onChange={({ currentTarget }) => setGiven({ day, method: currentTarget.value, thing })}
            data={methods.map((each) => ({ value: each, label: t(`assess.method.${each}`) }))}
          />
        </div>
        <div className="side-by-side">
          {figure('households')}
          {figure('team')}
          <NativeSelect
            label={t('ask.thing')}
            value={thing}
            onChange={({ currentTarget }) => setGiven({ day, method, thing: currentTarget.value })}
            data={[{ value: '', label: t('reconcile.choose') }, ...(things ?? []).map(({ code }) => ({ value: code, label: code }))]}
          />
          {figure('lacks')}
        </div>
        <div className="side-by-side">
          {figure('untouched')}
          {figure('partly')}
          {figure('destroyed')}
        </div>
        <p className="small quiet">{t('ask.notCounted')}</p>
        <div className="form-deeds">
          <Button type="submit" disabled={!isReady} loading={saving.isPending}>
            {t('assess.save')}
          </Button>
          <span role="status">{kept}</span>
        </div>
        <Refusals refusals={refusalsOf(saving.error)} focus />
      </KeyedForm>
    </details>
  )
}
