/** What is paid for which stage. Money moves outside: here stand its reasons, and that three people looked. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { HouseFile, Tranche } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'

type Print = (amount: number, currency: string) => string

export function Tranches({ house, print }: { house: HouseFile; print: Print }) {
  const { t } = useWords()
  return (
    <section className="card">
      <h3>{t('tranche.title')}</h3>
      <p className="small quiet">{t('tranche.note')}</p>
      {house.tranches.length === 0 ? (
        <p className="quiet">{t('tranche.none')}</p>
      ) : (
        <ul className="plain">
          {house.tranches.map((tranche) => (
            <One key={tranche.id} tranche={tranche} print={print} />
          ))}
        </ul>
      )}
    </section>
  )
}

function One({ tranche, print }: { tranche: Tranche; print: Print }) {
  const { t, named } = useWords()
  const [order, setOrder] = useState('')
  const { id, stage, amount, currency, contractNumber, state, orderReference } = tranche
  const approving = useDeed(['solutions'], () => post(`/api/solutions/tranches/${id}/approve`))
  const paying = useDeed(['solutions'], () => post(`/api/solutions/tranches/${id}/pay`, { orderReference: order.trim() }))
  return (
    <li>
      <strong>{print(amount, currency)}</strong> · {named('stage', stage)} · {contractNumber} <span className="tag">{t(`tranche.state.${state}`)}</span>{' '}
      {orderReference}
      {state === 'waiting' && (
        <Button size="compact-sm" variant="default" loading={approving.isPending} onClick={() => approving.mutate(undefined)}>
          {t('tranche.approve')}
        </Button>
      )}
      {state === 'approved' && (
        <div className="side-by-side">
          <TextInput label={t('tranche.order')} value={order} onChange={({ currentTarget }) => setOrder(currentTarget.value)} />
          <div className="form-deeds">
            <Button variant="default" disabled={!order.trim()} loading={paying.isPending} onClick={() => paying.mutate(undefined)}>
              {t('tranche.pay')}
            </Button>
          </div>
        </div>
      )}
      <Refusals refusals={[...refusalsOf(approving.error), ...refusalsOf(paying.error)]} focus />
    </li>
  )
}
