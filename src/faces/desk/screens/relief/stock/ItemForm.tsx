/** An item of the catalogue, entered or changed. Its code and its one base unit stay for ever; weight and volume that nobody knows stay empty. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { get, patch, post, refusalsOf } from '../../../api/ask.ts'
import { useReliefDeed } from '../../../api/reliefRequests.ts'
import { type ItemRecord, scanCode, useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { useUnit } from './useUnit.ts'

const units = ['C62', 'SET', 'PR', 'KGM', 'GRM', 'MTR', 'LTR', 'RO']
const figure = (typed: string) => (typed.trim() === '' ? null : Number(typed.replace(',', '.')))
const noPack = { name: '', units: '' }

const startOf = (item: ItemRecord | undefined) => ({
  ...{ code: item?.code ?? '', pt: item?.name.pt ?? '', en: item?.name.en ?? '', baseUnit: item?.baseUnit ?? 'C62' },
  ...{
    weightKg: String(item?.weightKg ?? ''),
    volumeM3: String(item?.volumeM3 ?? ''),
    safetyStock: String(item?.safetyStock ?? ''),
    specification: item?.specification ?? '',
    source: item?.source ?? '',
  },
})
const packsOf = (item: ItemRecord | undefined) => [...(item?.packs ?? []).map(({ name, units: each }) => ({ name, units: String(each) })), noPack]
const kindOf = (item: ItemRecord | undefined) => ({ expires: item?.expires ?? false, treated: item?.treated ?? false })

export function ItemForm({ item, onSaved }: { item?: ItemRecord; onSaved?: () => void }) {
  const { t } = useWords()
  const unit = useUnit()
  const [value, setValue] = useState(() => startOf(item))
  const [packs, setPacks] = useState(() => packsOf(item))
  const [kind, setKind] = useState(() => kindOf(item))
  // Whoever asks or plans chooses from the same catalogue.
  const saving = useReliefDeed(
    () => {
      const { code, pt, en, baseUnit, weightKg, volumeM3, safetyStock, specification, source } = value
      const filled = packs.filter(({ name, units: each }) => name.trim() && each).map(({ name, units: each }) => ({ name: name.trim(), units: Number(each) }))
      const about = {
        ...{ name: { pt, en }, packs: filled, weightKg: figure(weightKg), volumeM3: figure(volumeM3), ...kind },
        safetyStock: safetyStock.trim() === '' ? null : Number(safetyStock),
        ...{ specification: specification.trim() || null, source: source.trim() || null },
      }
      return item ? patch(`/api/relief/items/${encodeURIComponent(item.code)}`, about) : post('/api/relief/items', { code, baseUnit, ...about })
    },
    () => {
      setValue(startOf(undefined))
      setPacks(packsOf(undefined))
      onSaved?.()
    },
  )
  const title = t(item ? 'stock.saveItem' : 'stock.newItem')
  const ready = [value.code, value.pt, value.en].every((text) => text.trim() !== '')
  const line = (name: keyof typeof value, label: string, mode?: 'numeric' | 'decimal') => (
    <TextInput label={label} inputMode={mode} value={value[name]} onChange={({ currentTarget }) => setValue({ ...value, [name]: currentTarget.value })} />
  )
  const changePack = (at: number, changed: Partial<typeof noPack>) => setPacks(packs.map((pack, n) => (n === at ? { ...pack, ...changed } : pack)))
  return (
    <>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => ready && saving.mutate(undefined)} label={title}>
        <div className="side-by-side">
          {!item && line('code', t('stock.code'))}
          {line('pt', t('stock.namePt'))}
          {line('en', t('stock.nameEn'))}
          {!item && (
            <NativeSelect
              label={t('stock.baseUnit')}
              description={t('stock.baseUnitNote')}
              value={value.baseUnit}
              onChange={({ currentTarget }) => setValue({ ...value, baseUnit: currentTarget.value })}
              data={units.map((code) => ({ value: code, label: unit(code) }))}
            />
          )}
          {line('weightKg', t('stock.weightKg'), 'decimal')}
          {line('volumeM3', t('stock.volumeM3'), 'decimal')}
          {line('safetyStock', t('stock.safetyStock'), 'numeric')}
          {line('specification', t('stock.specification'))}
          {line('source', t('stock.sourceOfFigures'))}
        </div>
        {packs.map((pack, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: packs have no other name while they are typed
          <div key={at} className="side-by-side">
            <TextInput label={t('stock.packName')} value={pack.name} onChange={({ currentTarget }) => changePack(at, { name: currentTarget.value })} />
            <TextInput
              label={t('stock.packUnits')}
              inputMode="numeric"
              value={pack.units}
              onChange={({ currentTarget }) => changePack(at, { units: currentTarget.value.replace(/\D/g, '') })}
            />
          </div>
        ))}
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setPacks([...packs, noPack])}>
            {t('stock.addPack')}
          </Button>
        </div>
        <Checkbox label={t('stock.expires')} checked={kind.expires} onChange={({ currentTarget }) => setKind({ ...kind, expires: currentTarget.checked })} />
        <Checkbox label={t('stock.treated')} checked={kind.treated} onChange={({ currentTarget }) => setKind({ ...kind, treated: currentTarget.checked })} />
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!ready} loading={saving.isPending}>
            {title}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}

/** An item is found as the scan field finds it, then everything but its code and base unit can change. */
export function ChangeItem({ code: warehouse }: { code: string }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [item, setItem] = useState<ItemRecord | null>(null)
  const finding = useStockDeed(async () => {
    const found = await scanCode(warehouse, typed.trim())
    const code = found.kind === 'item' ? found.item.code : typed.trim()
    const { rows } = await get<{ rows: ItemRecord[] }>(`/api/relief/item?code=${encodeURIComponent(code)}`)
    setItem(rows[0] ?? null)
  })
  return (
    <details className="card after-table">
      <summary>{t('stock.changeItem')}</summary>
      <Refusals refusals={refusalsOf(finding.error)} focus />
      <KeyedForm onSave={() => typed.trim() && finding.mutate(undefined)} label={t('stock.changeItem')}>
        <div className="side-by-side">
          <TextInput label={t('stock.itemCode')} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!typed.trim()} loading={finding.isPending}>
            {t('stock.findItem')}
          </Button>
        </div>
      </KeyedForm>
      {item && (
        <>
          <h3>
            {item.code} <span className="quiet small">{t('stock.staysAsItIs')}</span>
          </h3>
          <ItemForm key={`${item.code} ${item.version}`} item={item} onSaved={() => setItem(null)} />
        </>
      )}
    </details>
  )
}
