/** What is paid for which stage, contract by contract. Money moves outside: here stand its reasons, and which three people looked. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { HouseFile, Tranche } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'
import { PlanTranche } from './PlanTranche.tsx'
import { buildingStages } from './stages.ts'

export function Tranches({ house }: { house: HouseFile }) {
  const { t } = useWords()
  const contracts = [...new Set(house.tranches.map(({ contract }) => contract))]
  return (
    <section className="card">
      <h3>{t('tranche.title')}</h3>
      <p className="small quiet">{t('tranche.note')}</p>
      {contracts.length === 0 && <p className="quiet">{t('tranche.none')}</p>}
      {contracts.map((contract) => (
        <OneContract key={contract} tranches={house.tranches.filter((one) => one.contract === contract)} />
      ))}
      <PlanTranche key={house.tranches.length} house={house} />
    </section>
  )
}

function OneContract({ tranches }: { tranches: Tranche[] }) {
  const { t, named, language } = useWords()
  const { contractNumber, party, contractKind, currency } = tranches[0]!
  const sum = (some: Tranche[]) =>
    `${number(
      some.reduce((all, { amount }) => all + amount, 0),
      language,
    )} ${currency}`
  const inOrder = [...tranches].sort((a, b) => buildingStages.indexOf(a.stage) - buildingStages.indexOf(b.stage))
  return (
    <div className="contract">
      <h4>{t('contract.head', { number: contractNumber, party, kind: named('contractKind', contractKind) })}</h4>
      <ul className="plain">
        {inOrder.map((tranche) => (
          <One key={tranche.id} tranche={tranche} />
        ))}
      </ul>
      <p className="small quiet">{t('contract.sums', { all: sum(tranches), paid: sum(tranches.filter(({ state }) => state === 'paid')) })}</p>
    </div>
  )
}

function One({ tranche }: { tranche: Tranche }) {
  const { t, named, language } = useWords()
  const [order, setOrder] = useState('')
  const { id, stage, amount, currency, state, orderReference, approver, payer } = tranche
  const approving = useDeed(['solutions'], () => post(`/api/solutions/tranches/${id}/approve`))
  const paying = useDeed(['solutions'], () => post(`/api/solutions/tranches/${id}/pay`, { orderReference: order.trim() }))
  const people = [
    approver && t('tranche.approvedBy', { name: approver }),
    payer && t('tranche.paidBy', { name: payer }),
    orderReference && t('tranche.orderLine', { order: orderReference }),
  ].filter(Boolean)
  return (
    <li>
      <strong>
        {number(amount, language)} {currency}
      </strong>{' '}
      · {named('stage', stage)} <span className="tag">{t(`tranche.state.${state}`)}</span>
      {people.length > 0 && <small className="lacking">{people.join(' · ')}</small>}
      {state === 'waiting' && (
        <div className="form-deeds">
          <Button size="compact-sm" variant="default" loading={approving.isPending} onClick={() => approving.mutate(undefined)}>
            {t('tranche.approve')}
          </Button>
        </div>
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
