/** The way of a household is opened: where to, and who its adults are, by their codes. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'

const kinds = ['return', 'local_integration', 'settlement_elsewhere'] as const
const about = ['safety', 'services', 'land'] as const
const empty = { household: '', adults: '', kind: kinds[0] as string, safety: '', services: '', land: '' }

export function NewPathway() {
  const { t, named } = useWords()
  const [given, setGiven] = useState(empty)
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const adults = given.adults
    .split(/[\s,;]+/)
    .map((adult) => adult.trim())
    .filter(Boolean)
  const opening = useDeed(
    ['solutions'],
    () =>
      post('/api/solutions/pathways', {
        ...{ household: given.household.trim(), kind: given.kind, destination: place!.pcode, adults, underQuestion: null },
        information: Object.fromEntries(about.map((name) => [name, given[name] || null])),
      }),
    () => setGiven(empty),
  )
  const line = (name: 'household' | 'adults' | (typeof about)[number], type?: string) => (
    <TextInput
      type={type}
      label={t(`moves.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  )
  const isReady = place && given.household.trim() && adults.length > 0
  return (
    <details className="card">
      <summary>{t('moves.new')}</summary>
      <KeyedForm onSave={() => isReady && opening.mutate(undefined)} label={t('moves.new')}>
        <div className="side-by-side">
          {line('household')}
          {line('adults')}
          <NativeSelect
            label={t('moves.kind')}
            value={given.kind}
            onChange={({ currentTarget }) => setGiven({ ...given, kind: currentTarget.value })}
            data={kinds.map((each) => ({ value: each, label: named('pathway', each) }))}
          />
          <div>
            <PlacePicker search={searchPlaces} label={t('moves.destination')} onChoose={setPlace} />
            {place && <p className="small">{t('records.chosenPlace', { name: place.name })}</p>}
          </div>
        </div>
        <p className="small quiet">{t('moves.informationNote')}</p>
        <div className="side-by-side">{about.map((name) => line(name, 'date'))}</div>
        <div className="form-deeds">
          <Button type="submit" disabled={!isReady} loading={opening.isPending}>
            {t('moves.new')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(opening.error)} focus />
      </KeyedForm>
    </details>
  )
}
