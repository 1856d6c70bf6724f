/** A kit, or its next version: what is packed together, how many of each. Kits that were packed before keep the version that they were packed by. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Thing, useReliefDeed, useThings } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'

type Part = { item: string; perKit: string | number }
const empty = { code: '', pt: '', en: '', validFrom: '', source: '' }
const noPart: Part = { item: '', perKit: '' }

export function KitForm() {
  const { t } = useWords()
  const mine = useBilingual()
  const { data: things = [] } = useThings()
  const [value, setValue] = useState(empty)
  const [parts, setParts] = useState<Part[]>([noPart])
  const kits = things.filter(({ edition }) => edition !== null)
  const kit = kits.find(({ code }) => code === value.code)
  const saving = useReliefDeed(
    () => {
      const { code, pt, en, validFrom, source } = value
      const filled = parts.filter(({ item, perKit }) => item.trim() && perKit !== '').map(({ item, perKit }) => ({ item: item.trim(), perKit: Number(perKit) }))
      return post<{ edition: number }>('/api/relief/kits', { code, name: { pt, en }, validFrom, source: source.trim() || null, parts: filled })
    },
    () => {
      setValue(empty)
      setParts([noPart])
    },
  )
  const start = (chosen: Thing | undefined) => {
    setValue(chosen ? { ...empty, code: chosen.code, pt: chosen.name.pt, en: chosen.name.en } : empty)
    setParts([...(chosen?.parts ?? []), noPart])
  }
  const change = (at: number, changed: Partial<Part>) => setParts(parts.map((part, n) => (n === at ? { ...part, ...changed } : part)))
  const line = (name: keyof typeof empty, label: string, type = 'text') => (
    <TextInput type={type} label={label} value={value[name]} onChange={({ currentTarget }) => setValue({ ...value, [name]: currentTarget.value })} />
  )
  const ready = [value.code, value.pt, value.en, value.validFrom].every((each) => each.trim() !== '') && parts.some(({ item, perKit }) => item && perKit !== '')
  return (
    <details className="card after-table">
      <summary>{t('stock.kitForm')}</summary>
      <p className="small quiet">{t('stock.kitNote')}</p>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => ready && saving.mutate(undefined)} label={t('stock.kitForm')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('stock.kitOf')}
            value={kit?.code ?? ''}
            onChange={({ currentTarget }) => start(kits.find(({ code }) => code === currentTarget.value))}
            data={[
              { value: '', label: t('stock.kitNew') },
              ...kits.map(({ code, name, edition }) => ({ value: code, label: `${code} · ${mine(name)} (v${edition})` })),
            ]}
          />
          {!kit && line('code', t('stock.code'))}
          {!kit && line('pt', t('stock.namePt'))}
          {!kit && line('en', t('stock.nameEn'))}
          {line('validFrom', t('stock.validFrom'), 'date')}
          {line('source', t('stock.kitSource'))}
        </div>
        {parts.map(({ item, perKit }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name while they are typed
          <div key={at} className="side-by-side">
            <TextInput
              label={t('stock.itemCode')}
              description={mine(things.find(({ code, edition }) => edition === null && code === item)?.name) || undefined}
              value={item}
              onChange={({ currentTarget }) => change(at, { item: currentTarget.value.trim() })}
            />
            <NumberInput label={t('stock.perKit')} min={1} allowDecimal={false} value={perKit} onChange={(much) => change(at, { perKit: much })} />
          </div>
        ))}
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setParts([...parts, noPart])}>
            {t('stock.addPart')}
          </Button>
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!ready} loading={saving.isPending}>
            {t('stock.saveKit')}
          </Button>
          <span role="status" className="small quiet">
            {saving.data && t('stock.kitSaved', { n: saving.data.edition })}
          </span>
        </div>
      </KeyedForm>
    </details>
  )
}
