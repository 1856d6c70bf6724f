/** An agreement is drafted: between whom, from when to when, and how long before its end it warns. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed, useOrganisationChoices } from '../../api/coordination.ts'
import type { Agreement } from '../../api/partnerships.ts'
import { useWords } from '../../words/words.ts'

const kinds: Agreement['kind'][] = ['mou', 'letter', 'implementing', 'joint_programme', 'data_sharing', 'framework', 'ppp']
const empty = { title: '', kind: 'mou', first: '', second: '', fromDay: '', toDay: '', currency: '' }

export function NewAgreement() {
  const { t } = useWords()
  const organisations = useOrganisationChoices()
  const [given, setGiven] = useState(empty)
  const [amounts, setAmounts] = useState<{ value: string | number; noticeDays: string | number }>({ value: '', noticeDays: 60 })
  const { title, kind, first, second, fromDay, toDay, currency } = given
  const drafting = useCoordinationDeed(
    () =>
      post('/api/coordination/agreements', {
        ...{ title, kind, fromDay, toDay, noticeDays: Number(amounts.noticeDays), lead: kind === 'joint_programme' ? first : null },
        ...{ value: amounts.value === '' ? null : Number(amounts.value), currency: currency.trim().toUpperCase() || null },
        parties: [first, second].map((organisation) => ({ organisation, contribution: null })),
      }),
    () => setGiven(empty),
  )
  const line = (name: 'title' | 'fromDay' | 'toDay' | 'currency', type = 'text') => (
    <TextInput
      type={type}
      label={t(`agreements.new.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  )
  const choice = (name: 'kind' | 'first' | 'second', data: { value: string; label: string }[]) => (
    <NativeSelect
      label={t(`agreements.new.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
      data={data}
    />
  )
  const known = [{ value: '', label: t('reconcile.choose') }, ...organisations]
  const ready = [title.trim(), first, second, fromDay, toDay, amounts.noticeDays].every((each) => each !== '')
  return (
    <section className="card coordination-form">
      <h2>{t('agreements.new')}</h2>
      <Refusals refusals={refusalsOf(drafting.error)} focus />
      <KeyedForm onSave={() => ready && drafting.mutate(undefined)} label={t('agreements.new')}>
        <div className="side-by-side">
          {line('title')}
          {choice(
            'kind',
            kinds.map((each) => ({ value: each, label: t(`agreements.kind.${each}`) })),
          )}
          {choice('first', known)}
          {choice('second', known)}
        </div>
        <div className="side-by-side">
          {line('fromDay', 'date')}
          {line('toDay', 'date')}
          <NumberInput
            label={t('agreements.new.noticeDays')}
            min={0}
            max={730}
            value={amounts.noticeDays}
            onChange={(noticeDays) => setAmounts({ ...amounts, noticeDays })}
          />
          <NumberInput label={t('agreements.value')} min={0} value={amounts.value} onChange={(value) => setAmounts({ ...amounts, value })} />
          {line('currency')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={drafting.isPending}>
            {t('agreements.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
