/** What went out, each with its reach; where nobody knew it then, it is told when it is known. */
import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { number, shortDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Delivery, useOutreachDeed } from '../../api/messages.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { methods } from './methods.ts'

export function Deliveries({ deliveries }: { deliveries: readonly Delivery[] }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const edits = useHolds('communications')
  return (
    <details>
      <summary>{t('deliveries.list', { n: deliveries.length })}</summary>
      <ul className="deliveries">
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            {shortDate(delivery.day, language)} · {t(`messages.channel.${delivery.channel}`)} ·{' '}
            {delivery.messageKey ?? (delivery.itemTitle && mine(delivery.itemTitle))} · {delivery.placeName ?? delivery.place} · {delivery.deliverer}
            <span className="lacking">
              {t('deliveries.figures', {
                quantity: delivery.quantity === null ? t('unknown') : number(delivery.quantity, language),
                reach: delivery.reach === null ? t('unknown') : number(delivery.reach, language),
              })}
            </span>
            {edits && delivery.reach === null && <TellReach delivery={delivery} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

function TellReach({ delivery: { id, quantity } }: { delivery: Delivery }) {
  const { t } = useWords()
  const [reach, setReach] = useState<string | number>('')
  const [method, setMethod] = useState('')
  const telling = useOutreachDeed(() => post(`/api/publications/deliveries/${id}/reach`, { quantity, reach: Number(reach), method }))
  const ready = reach !== '' && method !== ''
  return (
    <details>
      <summary>{t('deliveries.tell')}</summary>
      <KeyedForm onSave={() => ready && telling.mutate(undefined)} label={t('deliveries.tell')}>
        <div className="side-by-side">
          <NumberInput label={t('reach.reach')} min={0} value={reach} onChange={setReach} />
          <NativeSelect label={t('reach.how')} value={method} onChange={({ currentTarget }) => setMethod(currentTarget.value)} data={methods(t)} />
        </div>
        <Button type="submit" variant="default" disabled={!ready} loading={telling.isPending}>
          {t('deliveries.tell')}
        </Button>
        <Refusals refusals={refusalsOf(telling.error)} focus />
      </KeyedForm>
    </details>
  )
}
