/** Lines of stock sheets that nobody could take as they were written: what they came as, why they wait, and what each pack would make of them; counted or left, one by one. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type AsideLine, useAsideLines, useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'

const onlyTheUnit = ['relief.unit-unknown', 'relief.unit-not-said', 'relief.not-whole']
type Said = { item: string; lot: string; shelf: string; quantity: number; pack: string | null }

export function AsideLines({ code }: { code: string }) {
  const { t } = useWords()
  const { data, error } = useAsideLines(code)
  return (
    <>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {data && data.waiting.length > 0 && (
        <>
          <h3>{t('stock.sheetAside', { n: data.waiting.length })}</h3>
          <p className="small quiet">{t('stock.asideNote')}</p>
          <ul className="stock-lines aside-lines">
            {data.waiting.map((line) => (
              <One key={line.id} code={code} aside={line} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function One({ code, aside }: { code: string; aside: AsideLine }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const { id, file, line, item, lot, shelf, quantity, unit, why, suggestions } = aside
  const counting = useStockDeed((said: Said) => post(`/api/relief/aside-lines/${id}/count`, said))
  const full = shelf.startsWith(`${code}/`) ? shelf : `${code}/${shelf}`
  /** What was written as 2.4 bales of 5 is 12: a part of a pack is kept in base units. */
  const choose = ({ pack, factor, quantity: units }: AsideLine['suggestions'][number]) => {
    const whole = units % factor === 0
    counting.mutate({ item, lot, shelf: full, quantity: whole ? units / factor : units, pack: whole ? pack : null })
  }
  return (
    <li>
      <span>
        {t('stock.sheetLine', { file, line })} <strong>{[item, lot, shelf, `${quantity} ${unit}`.trim()].filter(Boolean).join(' · ')}</strong>
        <span className="quiet small lines">{why.map(({ sentence }) => mine(sentence)).join(' ')}</span>
      </span>
      {why.every(({ code: of }) => onlyTheUnit.includes(of)) && (
        <span className="deeds">
          {suggestions.map((each) => (
            <Button key={each.pack ?? ''} size="compact-sm" variant="default" disabled={counting.isPending} onClick={() => choose(each)}>
              {each.pack === null
                ? t('stock.sheetUnits', { units: number(each.quantity, language) })
                : t('stock.sheetPacks', { pack: each.pack, factor: each.factor, units: each.quantity })}
            </Button>
          ))}
        </span>
      )}
      <Correct code={code} aside={aside} count={(said) => counting.mutate(said)} isCounting={counting.isPending} />
      <Refusals refusals={refusalsOf(counting.error)} focus />
    </li>
  )
}

type Correcting = { code: string; aside: AsideLine; count: (said: Said) => void; isCounting: boolean }

function Correct({ code, aside: { id, item, lot, shelf, suggestions }, count, isCounting }: Correcting) {
  const { t } = useWords()
  const [said, setSaid] = useState({ item, lot, shelf: shelf.startsWith(`${code}/`) || shelf === '' ? shelf : `${code}/${shelf}` })
  const [units, setUnits] = useState<string | number>(suggestions[0]?.quantity ?? '')
  const [words, setWords] = useState('')
  const leaving = useStockDeed(() => post(`/api/relief/aside-lines/${id}/leave`, { words: words.trim() }))
  const isReady = said.item.trim() !== '' && said.shelf.trim() !== '' && units !== ''
  const part = (name: keyof typeof said, label: string) => (
    <TextInput size="xs" label={label} value={said[name]} onChange={({ currentTarget }) => setSaid({ ...said, [name]: currentTarget.value })} />
  )
  return (
    <details>
      <summary>{t('stock.asideCorrect')}</summary>
      <div className="side-by-side">
        {part('item', t('stock.asideItem'))}
        {part('lot', t('stock.lot'))}
        {part('shelf', t('stock.shelf'))}
        <NumberInput size="xs" label={t('stock.asideUnits')} min={1} allowDecimal={false} value={units} onChange={setUnits} />
      </div>
      <div className="form-deeds">
        <Button
          size="compact-sm"
          disabled={!isReady}
          loading={isCounting}
          onClick={() => count({ item: said.item.trim(), lot: said.lot.trim(), shelf: said.shelf.trim(), quantity: Number(units), pack: null })}
        >
          {t('stock.asideCount')}
        </Button>
      </div>
      <TextInput size="xs" label={t('stock.asideWhyLeave')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
      <div className="form-deeds">
        <Button size="compact-sm" variant="default" disabled={words.trim() === ''} loading={leaving.isPending} onClick={() => leaving.mutate(undefined)}>
          {t('stock.asideLeave')}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(leaving.error)} focus />
    </details>
  )
}
