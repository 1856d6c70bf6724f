/** A household is taken into a programme with its house. The household stands there by its code; notices about the same plot or another programme are shown, and nothing is refused for them. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals, type SpokenRefusal } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'

const modalities = ['in_kind', 'cash', 'voucher', 'mixed'] as const
const empty = { programme: '', household: '', number: '', chosenBy: '', plot: '', modality: modalities[0] as string }

export function NewHouse() {
  const { t } = useWords()
  const [, go] = useLocation()
  const [given, setGiven] = useState(empty)
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [notices, setNotices] = useState<SpokenRefusal[]>([])
  const opening = useDeed(
    ['solutions'],
    () => post<{ id: string; notices: SpokenRefusal[] }>('/api/solutions/houses', { ...given, place: place!.pcode, plot: given.plot.trim() || null }),
    (made) => {
      setNotices(made.notices)
      if (made.notices.length === 0) go(`/solutions/houses/${made.id}`)
      else setGiven(empty)
    },
  )
  const line = (name: keyof typeof empty) => (
    <TextInput label={t(`houses.new.${name}`)} value={given[name]} onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })} />
  )
  const isReady = place && [given.programme, given.household, given.number, given.chosenBy].every((each) => each.trim() !== '')
  return (
    <details className="card">
      <summary>{t('houses.new')}</summary>
      <KeyedForm onSave={() => isReady && opening.mutate(undefined)} label={t('houses.new')}>
        <div className="side-by-side">
          {line('programme')}
          {line('household')}
          {line('number')}
        </div>
        <div className="side-by-side">
          <div>
            <PlacePicker search={searchPlaces} label={t('houses.place')} onChoose={setPlace} />
            {place && <p className="small">{t('records.chosenPlace', { name: place.name })}</p>}
          </div>
          {line('plot')}
          <NativeSelect
            label={t('houses.new.modality')}
            value={given.modality}
            onChange={({ currentTarget }) => setGiven({ ...given, modality: currentTarget.value })}
            data={modalities.map((each) => ({ value: each, label: t(`houses.modality.${each}`) }))}
          />
        </div>
        {line('chosenBy')}
        <div className="form-deeds">
          <Button type="submit" disabled={!isReady} loading={opening.isPending}>
            {t('houses.new')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(opening.error)} focus />
        <Refusals refusals={notices} title={t('houses.keptWithNotice')} tone="warning" />
      </KeyedForm>
    </details>
  )
}
