/** A warehouse is opened by the pipeline manager. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { searchPlaces } from '../../../api/places.ts'
import { useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'

export function NewWarehouse() {
  const { t } = useWords()
  const [value, setValue] = useState({ code: '', name: '' })
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const opening = useStockDeed(
    () => post('/api/relief/warehouses', { ...value, place: place?.pcode }),
    () => setValue({ code: '', name: '' }),
  )
  const ready = value.code !== '' && value.name.trim() !== '' && place !== null
  return (
    <details className="card after-table">
      <summary>{t('stock.newWarehouse')}</summary>
      <Refusals refusals={refusalsOf(opening.error)} focus />
      <KeyedForm onSave={() => ready && opening.mutate(undefined)} label={t('stock.newWarehouse')}>
        <div className="side-by-side">
          <TextInput
            label={t('stock.code')}
            value={value.code}
            onChange={({ currentTarget }) => setValue({ ...value, code: currentTarget.value.toUpperCase().replace(/[^A-Z0-9-]/g, '') })}
          />
          <TextInput label={t('stock.name')} value={value.name} onChange={({ currentTarget }) => setValue({ ...value, name: currentTarget.value })} />
          <PlacePicker search={searchPlaces} onChoose={setPlace} label={place ? t('stock.placeChosen', { name: place.name }) : t('stock.place')} />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={opening.isPending}>
            {t('stock.newWarehouse')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
