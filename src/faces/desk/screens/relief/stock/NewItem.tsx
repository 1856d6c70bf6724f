/** An item enters the catalogue with its one base unit; weight and volume that nobody knows stay empty. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { useUnit } from './useUnit.ts'

const units = ['C62', 'SET', 'PR', 'KGM', 'GRM', 'MTR', 'LTR', 'RO']
const empty = { code: '', pt: '', en: '', baseUnit: 'C62', packName: '', packUnits: '', weightKg: '', volumeM3: '' }
const figure = (typed: string) => (typed.trim() === '' ? null : Number(typed.replace(',', '.')))

export function NewItem() {
  const { t } = useWords()
  const unit = useUnit()
  const [value, setValue] = useState(empty)
  const [kind, setKind] = useState({ expires: false, treated: false })
  const saving = useStockDeed(
    () => {
      const { code, pt, en, baseUnit, packName, packUnits, weightKg, volumeM3 } = value
      const packs = packName.trim() && packUnits ? [{ name: packName.trim(), units: Number(packUnits) }] : []
      return post('/api/relief/items', { code, name: { pt, en }, baseUnit, packs, weightKg: figure(weightKg), volumeM3: figure(volumeM3), ...kind })
    },
    () => setValue(empty),
  )
  const ready = [value.code, value.pt, value.en].every((text) => text.trim() !== '')
  const line = (name: keyof typeof empty, label: string, mode?: 'numeric' | 'decimal') => (
    <TextInput label={label} inputMode={mode} value={value[name]} onChange={({ currentTarget }) => setValue({ ...value, [name]: currentTarget.value })} />
  )
  return (
    <section className="card after-table">
      <h2>{t('stock.newItem')}</h2>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => ready && saving.mutate(undefined)} label={t('stock.newItem')}>
        <div className="side-by-side">
          {line('code', t('stock.code'))}
          {line('pt', t('stock.namePt'))}
          {line('en', t('stock.nameEn'))}
          <NativeSelect
            label={t('stock.baseUnit')}
            description={t('stock.baseUnitNote')}
            value={value.baseUnit}
            onChange={({ currentTarget }) => setValue({ ...value, baseUnit: currentTarget.value })}
            data={units.map((code) => ({ value: code, label: unit(code) }))}
          />
          {line('packName', t('stock.packName'))}
          {line('packUnits', t('stock.packUnits'), 'numeric')}
          {line('weightKg', t('stock.weightKg'), 'decimal')}
          {line('volumeM3', t('stock.volumeM3'), 'decimal')}
        </div>
        <Checkbox label={t('stock.expires')} checked={kind.expires} onChange={({ currentTarget }) => setKind({ ...kind, expires: currentTarget.checked })} />
        <Checkbox label={t('stock.treated')} checked={kind.treated} onChange={({ currentTarget }) => setKind({ ...kind, treated: currentTarget.checked })} />
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!ready} loading={saving.isPending}>
            {t('stock.newItem')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
