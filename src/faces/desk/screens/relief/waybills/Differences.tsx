/** What differs between both ends: one person says what became of it, another signs. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useHolds, useMe } from '../../../api/session.ts'
import { type Discrepancy, useStockDeed, type Waybill } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'

export function Differences({ waybill }: { waybill: Waybill }) {
  const { t } = useWords()
  return (
    <section className="card after-table">
      <h2>{t('waybills.differences')}</h2>
      <ul className="plain">
        {waybill.discrepancies.map((one) => (
          <Difference key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Difference({ one }: { one: Discrepancy }) {
  const { t } = useWords()
  const decides = useHolds('warehouse', 'pipeline', 'clusterCoordinator')
  const me = useMe()
  const signing = useStockDeed(() => post(`/api/relief/discrepancies/${one.id}/sign`))
  const { item, lot, kind, sent, received, quantity, state, outcome, explanation, explainedBy, explainedByName, signedByName } = one
  return (
    <li>
      <strong>{t(`waybills.kind.${kind}`, { n: quantity })}</strong> {item} {lot && `· ${lot}`}{' '}
      <span className="quiet">{t('waybills.sentReceived', { sent, received })}</span>
      {explanation && (
        <span className="lines">
          {outcome && `${t(`waybills.outcome.${outcome}`)}. `}
          {t('waybills.explainedBy', { words: explanation, who: explainedByName })} {state === 'signed' && t('waybills.signedBy', { who: signedByName })}
        </span>
      )}
      <Refusals refusals={refusalsOf(signing.error)} focus />
      {decides && state === 'open' && <Explain one={one} />}
      {decides && state === 'explained' && explainedBy !== me?.id && (
        <Button size="compact-sm" loading={signing.isPending} onClick={() => signing.mutate(undefined)}>
          {t('stock.sign')}
        </Button>
      )}
      {state === 'explained' && explainedBy === me?.id && <span className="quiet small lines">{t('stock.otherSigns')}</span>}
    </li>
  )
}

function Explain({ one: { id, kind } }: { one: Discrepancy }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const [outcome, setOutcome] = useState('')
  const explaining = useStockDeed(() => post(`/api/relief/discrepancies/${id}/explain`, { words, outcome: outcome || null }))
  const ready = words.trim() !== '' && (kind !== 'short' || outcome !== '')
  return (
    <div className="side-by-side explain">
      <Refusals refusals={refusalsOf(explaining.error)} focus />
      {kind === 'short' && (
        <NativeSelect
          label={t('waybills.outcome')}
          value={outcome}
          onChange={({ currentTarget }) => setOutcome(currentTarget.value)}
          data={[
            { value: '', label: t('reconcile.choose') },
            ...(['lost', 'not_loaded'] as const).map((value) => ({ value, label: t(`waybills.outcome.${value}`) })),
          ]}
        />
      )}
      <TextInput label={t('stock.explanation')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
      <Button variant="default" disabled={!ready} loading={explaining.isPending} onClick={() => explaining.mutate(undefined)}>
        {t('stock.explain')}
      </Button>
    </div>
  )
}
