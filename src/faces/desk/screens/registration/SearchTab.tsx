/** Finding a registered person, for a purpose: who searched and why is kept, never the words. */

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { householdNumber } from '../../../ui/householdNumber.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type FoundPerson, type Purpose, purposes, searchPeople, useRegistrationDeed } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'

export function SearchTab() {
  const { t } = useWords()
  const sexes = useCodes('sex')
  const [value, setValue] = useState({ purpose: 'assistance' as Purpose, given: '', surname: '', phone: '' })
  const searching = useRegistrationDeed(searchPeople)
  const ready = [value.given, value.surname, value.phone].some((each) => each.trim().length > 1)
  const input = (name: 'given' | 'surname' | 'phone') => (
    <TextInput
      label={t(`registration.${name}`)}
      value={value[name]}
      autoComplete="off"
      onChange={(event) => setValue({ ...value, [name]: event.currentTarget.value })}
    />
  )
  const columns: Column<FoundPerson>[] = [
    {
      key: 'name',
      title: t('registration.person'),
      header: true,
      value: ({ given }) => given ?? '',
      cell: ({ household, given, surname }) => (
        <Link href={`/registration/households/${household}?purpose=${value.purpose}`}>{[given, surname].filter(Boolean).join(' ')}</Link>
      ),
    },
    { key: 'sex', title: t('registration.sex'), value: ({ sex }) => sex, cell: ({ sex }) => sexes.label(sex) },
    { key: 'born', title: t('registration.born'), number: true, value: ({ birthYear }) => birthYear, cell: ({ birthYear }) => birthYear ?? t('notSaid') },
    { key: 'number', title: t('registration.number'), value: ({ number }) => number, cell: ({ number }) => householdNumber(number) },
  ]
  return (
    <>
      <p>{t('registration.searchNote')}</p>
      <KeyedForm onSave={() => ready && searching.mutate(value)} label={t('registration.searchNow')}>
        <div className="filters">
          <NativeSelect
            label={t('registration.purpose')}
            value={value.purpose}
            onChange={(event) => setValue({ ...value, purpose: event.currentTarget.value as Purpose })}
            data={purposes.map((each) => ({ value: each, label: t(`registration.purpose.${each}`) }))}
          />
          {input('given')}
          {input('surname')}
          {input('phone')}
          <Button type="submit" disabled={!ready} loading={searching.isPending}>
            {t('registration.searchNow')}
          </Button>
        </div>
      </KeyedForm>
      <Refusals refusals={refusalsOf(searching.error)} focus />
      {searching.data?.people.length === 0 && <Empty title={t('registration.nobody')}>{t('registration.nobodyNote')}</Empty>}
      {searching.data && searching.data.people.length > 0 && (
        <DataTable rows={searching.data.people} columns={columns} rowKey={({ id }) => id} caption={t('registration.part.search')} />
      )}
    </>
  )
}
