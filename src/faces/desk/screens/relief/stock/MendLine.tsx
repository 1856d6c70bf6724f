/** A line of a stock sheet put right by hand before it counts, or set aside for good with the reason. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day, LineWaiting } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'

export type LineCounted = { item: string; lot: string; shelf: string; quantity: number; pack: string | null }

type Given = Pick<LineWaiting, 'typed' | 'suggestions'> & {
  day: Day
  shelf: string
  pending: boolean
  count: (line: LineCounted) => void
  setAside: (words: string) => void
}

export function MendLine({ day, shelf, typed, suggestions, pending, count, setAside }: Given) {
  const { t } = useWords()
  const shelves = day.shelves.filter(({ kind, closedOn }) => kind === 'bin' && !closedOn).map(({ code }) => code)
  const [given, setGiven] = useState({ item: typed.item, lot: typed.lot, shelf: shelves.includes(shelf) ? shelf : '', pack: '' })
  const [quantity, setQuantity] = useState<string | number>(/^\d+$/.test(typed.quantity) ? Number(typed.quantity) : '')
  const [words, setWords] = useState('')
  const packs = suggestions.flatMap(({ pack, factor }) => (pack === null ? [] : [{ value: pack, label: `${pack} (${factor})` }]))
  const put = (changes: Partial<typeof given>) => setGiven({ ...given, ...changes })
  const ready = given.item.trim() !== '' && given.shelf !== '' && Number(quantity) > 0
  return (
    <details>
      <summary>{t('stock.asideMend')}</summary>
      <div className="side-by-side">
        <TextInput label={t('stock.itemCode')} value={given.item} onChange={({ currentTarget }) => put({ item: currentTarget.value })} />
        <TextInput label={t('stock.lot')} value={given.lot} onChange={({ currentTarget }) => put({ lot: currentTarget.value })} />
        <NativeSelect
          label={t('stock.shelf')}
          value={given.shelf}
          onChange={({ currentTarget }) => put({ shelf: currentTarget.value })}
          data={[{ value: '', label: t('reconcile.choose') }, ...shelves]}
        />
        <NumberInput label={t('stock.quantity')} min={1} allowDecimal={false} value={quantity} onChange={setQuantity} />
        <NativeSelect
          label={t('stock.in')}
          value={given.pack}
          onChange={({ currentTarget }) => put({ pack: currentTarget.value })}
          data={[{ value: '', label: t('stock.asideUnits') }, ...packs]}
        />
      </div>
      <div className="form-deeds">
        <Button
          variant="default"
          disabled={!ready}
          loading={pending}
          onClick={() => count({ item: given.item.trim(), lot: given.lot.trim(), shelf: given.shelf, quantity: Number(quantity), pack: given.pack || null })}
        >
          {t('stock.asideCount')}
        </Button>
      </div>
      <TextInput label={t('stock.asideWhy')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
      <div className="form-deeds">
        <Button variant="default" disabled={!words.trim()} loading={pending} onClick={() => setAside(words.trim())}>
          {t('stock.asideClose')}
        </Button>
      </div>
    </details>
  )
}
