/** A market and labour assessment is kept. What nobody asked is left empty and stays unknown. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'

const noWords = { material: '', assessedOn: '', currency: 'MZN', seasonality: '', roadOpen: '', cashRisk: '' }
const noFigures = { shopsAble: '', shopsNeeded: '', price: '', priceRisePercent: '', masons: '' } as Record<
  'shopsAble' | 'shopsNeeded' | 'price' | 'priceRisePercent' | 'masons',
  string | number
>

export function NewAssessment() {
  const { t, named } = useWords()
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [words, setWords] = useState(noWords)
  const [figures, setFigures] = useState(noFigures)
  const keeping = useDeed(
    ['solutions'],
    () =>
      post('/api/solutions/markets', {
        ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, value === '' ? null : Number(value)])),
        ...{ place: place!.pcode, material: words.material.trim(), assessedOn: words.assessedOn, seasonality: words.seasonality.trim() || null },
        ...{ currency: figures.price === '' ? null : words.currency, cashRisk: words.cashRisk || null },
        roadOpen: words.roadOpen === '' ? null : words.roadOpen === 'yes',
      }),
    () => {
      setWords(noWords)
      setFigures(noFigures)
    },
  )
  const line = (name: 'material' | 'assessedOn' | 'currency' | 'seasonality', type?: 'date') => (
    <TextInput
      {...(type ? { type } : {})}
      label={t(`markets.${name}`)}
      value={words[name]}
      onChange={({ currentTarget }) => setWords({ ...words, [name]: currentTarget.value })}
    />
  )
  const figure = (name: keyof typeof noFigures) => (
    <NumberInput label={t(`markets.${name}`)} value={figures[name]} onChange={(value) => setFigures({ ...figures, [name]: value })} />
  )
  const choice = (name: 'roadOpen' | 'cashRisk', values: readonly string[]) => (
    <NativeSelect
      label={t(`markets.${name}`)}
      value={words[name]}
      onChange={({ currentTarget }) => setWords({ ...words, [name]: currentTarget.value })}
      data={[{ value: '', label: t('markets.unknown') }, ...values.map((value) => ({ value, label: named('marketAnswer', value) }))]}
    />
  )
  const isReady = place && words.material.trim() && words.assessedOn
  return (
    <details className="card">
      <summary>{t('markets.new')}</summary>
      <KeyedForm onSave={() => isReady && keeping.mutate(undefined)} label={t('markets.new')}>
        <p className="small quiet">{t('markets.newNote')}</p>
        <div className="side-by-side">
          <div>
            <PlacePicker search={searchPlaces} label={t('houses.place')} onChoose={setPlace} />
            {place && <p className="small">{t('records.chosenPlace', { name: place.name })}</p>}
          </div>
          {line('material')}
          {line('assessedOn', 'date')}
        </div>
        <div className="side-by-side">
          {figure('shopsAble')}
          {figure('shopsNeeded')}
          {figure('masons')}
        </div>
        <div className="side-by-side">
          {figure('price')}
          {line('currency')}
          {figure('priceRisePercent')}
        </div>
        <div className="side-by-side">
          {choice('roadOpen', ['yes', 'no'])}
          {choice('cashRisk', ['low', 'medium', 'high'])}
          {line('seasonality')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!isReady} loading={keeping.isPending}>
            {t('markets.new')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(keeping.error)} focus />
      </KeyedForm>
    </details>
  )
}
