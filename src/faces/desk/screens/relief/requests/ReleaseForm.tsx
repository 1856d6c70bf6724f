/** The pipeline releases what was approved, from one warehouse at a time; what is left may be released from another. */
import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type ReliefRequest, useReliefDeed, useThings, useWarehouses } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'
import { leftToRelease } from './leftToRelease.ts'

export function ReleaseForm({ request }: { request: ReliefRequest }) {
  const { t } = useWords()
  const { data: things } = useThings()
  const { data: warehouses } = useWarehouses(true)
  const [warehouse, setWarehouse] = useState('')
  const [typed, setTyped] = useState<Record<string, string | number>>({})
  const left = leftToRelease(request, things ?? [])
  const amount = ({ item, quantity }: { item: string; quantity: number }) => Number(typed[item] ?? quantity)
  const releasing = useReliefDeed(() => {
    const lines = left.map((line) => ({ item: line.item, quantity: amount(line) })).filter(({ quantity }) => quantity > 0)
    return post(`/api/relief/request/${request.id}/steps/release`, { releases: [{ warehouse, lines }] })
  })
  if (left.length === 0) return null
  const open = (warehouses?.rows ?? []).filter((each) => each.open)
  return (
    <KeyedForm onSave={() => warehouse && releasing.mutate(undefined)} label={t('ask.release')}>
      {request.lines.some(({ edition }) => edition !== null) && <p className="small quiet">{t('stock.kitsAsParts')}</p>}
      <div className="side-by-side">
        <NativeSelect
          label={t('ask.warehouse')}
          value={warehouse}
          onChange={({ currentTarget }) => setWarehouse(currentTarget.value)}
          data={[{ value: '', label: t('reconcile.choose') }, ...open.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))]}
        />
        {left.map((line) => (
          <NumberInput
            key={line.item}
            label={t('ask.releaseOf', { item: line.item })}
            min={0}
            allowDecimal={false}
            value={typed[line.item] ?? line.quantity}
            onChange={(value) => setTyped({ ...typed, [line.item]: value })}
          />
        ))}
      </div>
      <div className="form-deeds">
        <Button type="submit" disabled={warehouse === ''} loading={releasing.isPending}>
          {t('ask.release')}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(releasing.error)} focus />
    </KeyedForm>
  )
}
