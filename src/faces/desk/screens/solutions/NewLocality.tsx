/** A locality is proposed with the criteria that were agreed, one a line: its name, its points, and "each" where every one counts. */
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'
import { typedCriteria } from './typedCriteria.ts'

export function NewLocality() {
  const { t } = useWords()
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [{ programme, source, typed }, setGiven] = useState({ programme: '', source: '', typed: '' })
  const [choice, setChoice] = useState<string | number>(1)
  const criteria = typedCriteria(typed)
  const proposing = useDeed(
    ['solutions'],
    () =>
      post('/api/solutions/localities', { programme: programme.trim(), place: place!.pcode, choice: Number(choice), criteria, criteriaSource: source.trim() }),
    () => setGiven({ programme: '', source: '', typed: '' }),
  )
  const isReady = place && programme.trim() && source.trim() && criteria !== null && choice !== ''
  return (
    <details className="card">
      <summary>{t('localities.new')}</summary>
      <KeyedForm onSave={() => isReady && proposing.mutate(undefined)} label={t('localities.new')}>
        <div className="side-by-side">
          <div>
            <PlacePicker search={searchPlaces} label={t('localities.place')} onChoose={setPlace} />
            {place && <p className="small">{t('records.chosenPlace', { name: place.name })}</p>}
          </div>
          <TextInput
            label={t('houses.programme')}
            value={programme}
            onChange={({ currentTarget }) => setGiven({ programme: currentTarget.value, source, typed })}
          />
          <NumberInput label={t('localities.choiceNumber')} min={1} value={choice} onChange={setChoice} />
        </div>
        <Textarea
          autosize
          minRows={3}
          label={t('localities.criteria')}
          description={t('localities.criteriaNote')}
          value={typed}
          onChange={({ currentTarget }) => setGiven({ programme, source, typed: currentTarget.value })}
        />
        <TextInput
          label={t('localities.source')}
          value={source}
          onChange={({ currentTarget }) => setGiven({ programme, source: currentTarget.value, typed })}
        />
        <div className="form-deeds">
          <Button type="submit" disabled={!isReady} loading={proposing.isPending}>
            {t('localities.new')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(proposing.error)} focus />
      </KeyedForm>
    </details>
  )
}
