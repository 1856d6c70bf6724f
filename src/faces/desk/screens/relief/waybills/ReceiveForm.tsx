/** What came: every line of the waybill with what was sent, to be counted as it comes off the lorry. Nothing is filled in beforehand, so that somebody counts. */
import { Button, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useDay, useStockDeed, type Waybill } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'

type Counted = { received: string | number; damaged: string | number }

export function ReceiveForm({ waybill }: { waybill: Waybill }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const lines = onePerLot(waybill.lines)
  const [counted, setCounted] = useState<Record<string, Counted>>({})
  const [note, setNote] = useState('')
  const [shelf, setShelf] = useState('')
  const of = (key: string): Counted => counted[key] ?? { received: '', damaged: 0 }
  const receiving = useStockDeed(() =>
    post(`/api/relief/waybills/${waybill.id}/receive`, {
      ...{ shelf: shelf || null, note: note.trim() || null },
      lines: lines.map(({ key, item, lot }) => ({ item, lot, received: Number(of(key).received), damaged: Number(of(key).damaged) || 0 })),
    }),
  )
  const ready = lines.every(({ key }) => of(key).received !== '') && (waybill.organisation !== null || shelf !== '')
  return (
    <section className="card after-table">
      <h2>{t('waybills.receive')}</h2>
      <p className="quiet">{t('waybills.receiveNote')}</p>
      <Refusals refusals={refusalsOf(receiving.error)} focus />
      <KeyedForm onSave={() => ready && receiving.mutate(undefined)} label={t('waybills.receive')}>
        {waybill.toCode && <ShelfInput warehouse={waybill.toCode} shelf={shelf} setShelf={setShelf} />}
        {lines.map(({ key, item, lot, quantity }) => (
          <fieldset key={key} className="receive-line">
            <legend>
              {item} {waybill.itemNames[item] && mine(waybill.itemNames[item])} {lot && `· ${lot}`}{' '}
              <span className="quiet">{t('waybills.wasSent', { n: number(quantity, language) })}</span>
            </legend>
            <NumberInput
              label={t('waybills.received')}
              min={0}
              allowDecimal={false}
              value={of(key).received}
              onChange={(received) => setCounted({ ...counted, [key]: { ...of(key), received } })}
            />
            <NumberInput
              label={t('waybills.damagedOf')}
              min={0}
              allowDecimal={false}
              value={of(key).damaged}
              onChange={(damaged) => setCounted({ ...counted, [key]: { ...of(key), damaged } })}
            />
          </fieldset>
        ))}
        <Textarea label={t('waybills.note')} autosize minRows={1} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={receiving.isPending}>
            {t('waybills.signReceipt')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}

function ShelfInput({ warehouse, shelf, setShelf }: { warehouse: string; shelf: string; setShelf: (shelf: string) => void }) {
  const { t } = useWords()
  const shelves = useDay(warehouse).data?.shelves.filter(({ kind, closedOn }) => kind === 'bin' && !closedOn) ?? []
  return (
    <NativeSelect
      label={t('stock.toShelf')}
      value={shelf}
      onChange={({ currentTarget }) => setShelf(currentTarget.value)}
      data={[{ value: '', label: t('reconcile.choose') }, ...shelves.map(({ code }) => code)]}
    />
  )
}

/** A lot that was picked from two shelves comes off the lorry as one. */
function onePerLot(lines: Waybill['lines']): { key: string; item: string; lot: string; quantity: number }[] {
  const sums = new Map<string, { key: string; item: string; lot: string; quantity: number }>()
  for (const { item, lot, quantity } of lines) {
    const key = `${item} ${lot}`
    sums.set(key, { key, item, lot, quantity: quantity + (sums.get(key)?.quantity ?? 0) })
  }
  return [...sums.values()]
}
