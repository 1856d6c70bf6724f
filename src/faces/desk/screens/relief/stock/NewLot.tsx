/** A lot: whose gift or purchase it is, and until when it is good. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useOrganisationChoices } from '../../../api/coordination.ts'
import { scanCode, useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'

const empty = { item: '', code: '', origin: 'gift', donor: '', grantCode: '', expiry: '' }

export function NewLot({ code: warehouse }: { code: string }) {
  const { t } = useWords()
  const organisations = useOrganisationChoices()
  const [value, setValue] = useState(empty)
  const saving = useStockDeed(
    async () => {
      // A name or a code in small letters is as good as the code itself.
      const found = await scanCode(warehouse, value.item.trim())
      const item = found.kind === 'item' ? found.item.code : value.item.trim()
      const { code, origin, donor, grantCode, expiry } = value
      return post('/api/relief/lots', { item, code, origin, donor: donor || null, grantCode: grantCode.trim() || null, expiry: expiry || null })
    },
    () => setValue(empty),
  )
  const ready = value.item.trim() !== '' && value.code.trim() !== ''
  const line = (name: 'item' | 'code' | 'grantCode', label: string) => (
    <TextInput label={label} value={value[name]} onChange={({ currentTarget }) => setValue({ ...value, [name]: currentTarget.value })} />
  )
  return (
    <details className="card after-table">
      <summary>{t('stock.newLot')}</summary>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => ready && saving.mutate(undefined)} label={t('stock.newLot')}>
        <div className="side-by-side">
          {line('item', t('stock.itemCode'))}
          {line('code', t('stock.lot'))}
          <NativeSelect
            label={t('stock.origin')}
            value={value.origin}
            onChange={({ currentTarget }) => setValue({ ...value, origin: currentTarget.value })}
            data={(['gift', 'purchase', 'opening'] as const).map((origin) => ({ value: origin, label: t(`stock.origin.${origin}`) }))}
          />
          <NativeSelect
            label={t('stock.donor')}
            value={value.donor}
            onChange={({ currentTarget }) => setValue({ ...value, donor: currentTarget.value })}
            data={[{ value: '', label: t('notSaid') }, ...organisations]}
          />
          {line('grantCode', t('stock.grant'))}
          <TextInput
            type="date"
            label={t('stock.expiry')}
            value={value.expiry}
            onChange={({ currentTarget }) => setValue({ ...value, expiry: currentTarget.value })}
          />
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!ready} loading={saving.isPending}>
            {t('stock.newLot')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
