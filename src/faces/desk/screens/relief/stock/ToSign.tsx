/** What one person wrote and another must sign: losses and counts above the limit, and what the ledger could not explain. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../../portal/numbers.ts'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Day, useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'

export function ToSign({ day: { toSign, mine } }: { day: Day }) {
  const { t, named, language } = useWords()
  const signing = useStockDeed((url: string) => post(url))
  const { proposals, unexplained } = toSign
  const nothing = proposals.length + unexplained.length === 0
  const button = (url: string, byMe: boolean) =>
    byMe ? (
      <span className="quiet small">{t('stock.otherSigns')}</span>
    ) : (
      mine && (
        <Button size="compact-sm" variant="default" onClick={() => signing.mutate(url)}>
          {t('stock.sign')}
        </Button>
      )
    )
  return (
    <>
      <h3>{t('stock.toSign')}</h3>
      {nothing && <p className="quiet">{t('stock.nothingToSign')}</p>}
      <Refusals refusals={refusalsOf(signing.error)} focus />
      <ul className="plain">
        {proposals.map(({ id, kind, by, byMe, words, lines }) => (
          <li key={id}>
            <strong>{named('stock.paper', kind)}</strong> {by}
            <span className="quiet small lines">
              {lines.map(({ item, lot, quantity, into }) => `${into ? '+' : '−'}${number(quantity, language)} ${item}${lot && ` (${lot})`}`).join(' · ')}
              {words && ` · ${words}`}
            </span>
            {button(`/api/relief/proposals/${id}/sign`, byMe)}
          </li>
        ))}
        {unexplained.map(({ id, item, lot, quantity, shelf, state, explanation, byMe }) => (
          <li key={id}>
            {t('stock.unexplained', { n: quantity, item: `${item}${lot && ` (${lot})`}`, shelf })} {explanation}
            {state === 'explained' ? button(`/api/relief/unexplained/${id}/sign`, byMe) : mine && <Explain id={id} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function Explain({ id }: { id: string }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const explaining = useStockDeed(() => post(`/api/relief/unexplained/${id}/explain`, { words }))
  return (
    <>
      <Refusals refusals={refusalsOf(explaining.error)} focus />
      <TextInput label={t('stock.explanation')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
      <Button size="compact-sm" variant="default" disabled={!words.trim()} onClick={() => explaining.mutate(undefined)}>
        {t('stock.explain')}
      </Button>
    </>
  )
}
