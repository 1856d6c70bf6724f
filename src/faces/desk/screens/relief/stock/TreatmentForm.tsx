/** A treatment of bamboo or poles: which lots, how, and until when it holds. Before it is written here, none of them leaves. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { scanCode, useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'

type LotOf = { item: string; lot: string }
const empty = { item: '', lot: '', method: '', chemical: '', day: '', treatedUntil: '' }

export function TreatmentForm({ code: warehouse }: { code: string }) {
  const { t } = useWords()
  const [value, setValue] = useState(empty)
  const [lots, setLots] = useState<LotOf[]>([])
  const adding = useStockDeed(async () => {
    const found = await scanCode(warehouse, value.item.trim())
    const item = found.kind === 'item' ? found.item.code : value.item.trim()
    // A scanned lot names itself; an item with one lot leaves no choice.
    const only = found.kind === 'item' ? (found.lot ?? (found.lots.length === 1 ? found.lots[0]!.code : null)) : null
    const lot = value.lot.trim() || only
    if (lot) setLots([...lots.filter((one) => one.item !== item || one.lot !== lot), { item, lot }])
    if (lot) setValue({ ...value, item: '', lot: '' })
  })
  const saving = useStockDeed(
    () => {
      const { method, chemical, day, treatedUntil } = value
      return post('/api/relief/treatments', { lots, method, chemical: chemical.trim() || null, day, treatedUntil })
    },
    () => {
      setValue(empty)
      setLots([])
    },
  )
  const ready = lots.length > 0 && [value.method, value.day, value.treatedUntil].every((each) => each.trim() !== '')
  const line = (name: keyof typeof empty, type = 'text') => (
    <TextInput
      type={type}
      label={t(`stock.treatment.${name}`)}
      value={value[name]}
      onChange={({ currentTarget }) => setValue({ ...value, [name]: currentTarget.value })}
    />
  )
  return (
    <details className="card after-table">
      <summary>{t('stock.treatment')}</summary>
      <p className="small quiet">{t('stock.treatmentNote')}</p>
      <Refusals refusals={[...refusalsOf(adding.error), ...refusalsOf(saving.error)]} focus />
      <ul className="chosen">
        {lots.map(({ item, lot }) => (
          <li key={`${item} ${lot}`}>
            {item} · {lot}{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('stock.dropLine', { item })}
              onClick={() => setLots(lots.filter((one) => one.item !== item || one.lot !== lot))}
            >
              {t('stock.drop')}
            </Button>
          </li>
        ))}
      </ul>
      <KeyedForm onSave={() => ready && saving.mutate(undefined)} label={t('stock.treatment')}>
        <div className="side-by-side">
          {line('item')}
          {line('lot')}
        </div>
        <div>
          <Button size="compact-sm" variant="default" disabled={!value.item.trim()} loading={adding.isPending} onClick={() => adding.mutate(undefined)}>
            {t('stock.treatment.add')}
          </Button>
        </div>
        <div className="side-by-side">
          {line('method')}
          {line('chemical')}
          {line('day', 'date')}
          {line('treatedUntil', 'date')}
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!ready} loading={saving.isPending}>
            {t('stock.treatment.save')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
