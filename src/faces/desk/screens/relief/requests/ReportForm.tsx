/** The partner reports its distribution: households, people by sex and age as far as they were counted, and what was handed out. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type ReliefRequest, useReliefDeed } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'

const people = ['women', 'men', 'girls', 'boys'] as const

export function ReportForm({ request: { id, releases } }: { request: ReliefRequest }) {
  const { t } = useWords()
  const [distributedOn, setDay] = useState('')
  const [typed, setTyped] = useState<Record<string, string | number>>({})
  const items = [...new Set(releases.filter(({ state }) => state === 'received').flatMap(({ lines }) => lines.map(({ item }) => item)))]
  const counted = (name: string) => (typed[name] === undefined || typed[name] === '' ? null : Number(typed[name]))
  const reporting = useReliefDeed(() => {
    const lines = items.map((item) => ({ item, quantity: counted(`of ${item}`) ?? 0 })).filter(({ quantity }) => quantity > 0)
    const individuals = Object.fromEntries(people.map((each) => [each, counted(each)]))
    return post(`/api/relief/request/${id}/steps/report`, { report: { distributedOn, households: counted('households'), individuals, lines } })
  })
  const figure = (name: string, label: string) => (
    <NumberInput key={name} label={label} min={0} allowDecimal={false} value={typed[name] ?? ''} onChange={(value) => setTyped({ ...typed, [name]: value })} />
  )
  const isReady = distributedOn !== '' && counted('households') !== null
  return (
    <KeyedForm onSave={() => isReady && reporting.mutate(undefined)} label={t('ask.reportIt')}>
      <div className="side-by-side">
        <TextInput type="date" label={t('ask.distributedOn')} value={distributedOn} onChange={({ currentTarget }) => setDay(currentTarget.value)} />
        {figure('households', t('ask.served'))}
        {items.map((item) => figure(`of ${item}`, t('ask.handedOut', { item })))}
      </div>
      <div className="side-by-side">{people.map((each) => figure(each, t(`ask.${each}`)))}</div>
      <p className="small quiet">{t('ask.notCounted')}</p>
      <div className="form-deeds">
        <Button type="submit" disabled={!isReady} loading={reporting.isPending}>
          {t('ask.reportIt')}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(reporting.error)} focus />
    </KeyedForm>
  )
}
