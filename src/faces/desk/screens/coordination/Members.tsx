/** The members of a consortium with their days: added here, and ended by a day, never deleted. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { patch, post, refusalsOf } from '../../api/ask.ts'
import { type Membership, type OrganisationLine, useOrganisationDeed } from '../../api/organisations.ts'
import { useWords } from '../../words/words.ts'

export function Members({ consortium, all }: { consortium: OrganisationLine; all: readonly OrganisationLine[] }) {
  const { t } = useWords()
  const [member, setMember] = useState('')
  const [fromDay, setFromDay] = useState('')
  const adding = useOrganisationDeed(
    () => post('/api/organisations/members', { consortium: consortium.id, member, fromDay: fromDay || null }),
    () => setMember(''),
  )
  const choices = all.filter(({ id }) => id !== consortium.id).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <p className="small">{t('organisations.rule')}</p>
      {consortium.members.map((each) => (
        <OneMember key={each.id} each={each} />
      ))}
      <KeyedForm onSave={() => member && adding.mutate(undefined)} label={t('organisations.addMember')}>
        <Refusals refusals={refusalsOf(adding.error)} focus />
        <div className="filters">
          <NativeSelect
            label={t('organisations.member')}
            value={member}
            onChange={({ currentTarget }) => setMember(currentTarget.value)}
            data={[{ value: '', label: t('fourW.choose') }, ...choices]}
          />
          <TextInput type="date" label={t('organisations.since')} value={fromDay} onChange={({ currentTarget }) => setFromDay(currentTarget.value)} />
          <Button type="submit" disabled={!member} loading={adding.isPending}>
            {t('organisations.addMember')}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}

function OneMember({ each }: { each: Membership }) {
  const { t } = useWords()
  const [days, setDays] = useState({ fromDay: each.fromDay ?? '', toDay: each.toDay ?? '' })
  const keeping = useOrganisationDeed(() => patch(`/api/organisations/members/${each.id}`, { fromDay: days.fromDay || null, toDay: days.toDay || null }))
  const isSame = days.fromDay === (each.fromDay ?? '') && days.toDay === (each.toDay ?? '')
  return (
    <KeyedForm onSave={() => !isSame && keeping.mutate(undefined)} label={each.name}>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <div className="filters">
        <strong>{each.name}</strong>
        <TextInput
          type="date"
          label={t('organisations.since')}
          value={days.fromDay}
          onChange={({ currentTarget }) => setDays({ ...days, fromDay: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('organisations.until')}
          value={days.toDay}
          onChange={({ currentTarget }) => setDays({ ...days, toDay: currentTarget.value })}
        />
        <Button type="submit" variant="default" disabled={isSame} loading={keeping.isPending}>
          {t('organisations.keepDays')}
        </Button>
      </div>
    </KeyedForm>
  )
}
