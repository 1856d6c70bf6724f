/** An amendment of an agreement in force: a new end or value with its reason; what stood there before is kept and shown. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number, shortDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed } from '../../api/coordination.ts'
import type { Agreement } from '../../api/partnerships.ts'
import { useWords } from '../../words/words.ts'

export function AmendAgreement({ agreement, mayAmend, done }: { agreement: Agreement; mayAmend: boolean; done: () => void }) {
  const { t, language } = useWords()
  const said = (value: number | null) => (value === null ? t('notSaid') : `${number(value, language)} ${agreement.currency ?? ''}`)
  return (
    <div className="one-request">
      {agreement.amendments.length === 0 && <p className="quiet">{t('agreements.neverAmended')}</p>}
      <ul>
        {agreement.amendments.map(({ edition, on, reason, before }) => (
          <li key={edition}>
            {t('agreements.amended', {
              ...{ edition, on: shortDate(on, language), reason, day: shortDate(before.toDay, language), value: said(before.value) },
            })}
          </li>
        ))}
      </ul>
      {mayAmend && <AmendForm agreement={agreement} done={done} />}
    </div>
  )
}

function AmendForm({ agreement, done }: { agreement: Agreement; done: () => void }) {
  const { t } = useWords()
  const [toDay, setToDay] = useState(agreement.toDay)
  const [value, setValue] = useState<string | number>(agreement.value ?? '')
  const [reason, setReason] = useState('')
  const amending = useCoordinationDeed(
    () => post(`/api/coordination/agreements/${agreement.id}/amend`, { toDay, value: value === '' ? null : Number(value), reason: reason.trim() }),
    done,
  )
  const ready = toDay !== '' && reason.trim() !== ''
  return (
    <>
      <Refusals refusals={refusalsOf(amending.error)} focus />
      <KeyedForm onSave={() => ready && amending.mutate(undefined)} label={t('agreements.amend')}>
        <div className="side-by-side">
          <TextInput type="date" label={t('agreements.new.toDay')} value={toDay} onChange={({ currentTarget }) => setToDay(currentTarget.value)} />
          <NumberInput label={t('agreements.value')} min={0} value={value} onChange={setValue} />
          <TextInput label={t('agreements.reason')} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        </div>
        <div className="form-deeds">
          <Button type="submit" size="compact-sm" variant="default" disabled={!ready} loading={amending.isPending}>
            {t('agreements.amend')}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}
