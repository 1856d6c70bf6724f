/** Whom to ask, as far as each agreed to appear; and a new contact, with the consent first. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed, useOrganisations } from '../../api/coordination.ts'
import { type Contact, useContacts } from '../../api/partnerships.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function ContactsTab() {
  const { t } = useWords()
  const edits = useHolds('clusterCoordinator')
  const { data, error } = useContacts()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const text = (key: 'name' | 'organisationName' | 'role' | 'cluster' | 'phone' | 'email'): Column<Contact> => ({
    ...{ key, title: t(`contacts.${key}`), header: key === 'name' },
    value: (row) => row[key],
    cell: (row) => row[key] ?? '',
  })
  const consent: Column<Contact> = {
    ...{ key: 'consent', title: t('contacts.consent') },
    value: (row) => row.consent,
    cell: (row) => t(`contacts.consent.${row.consent}`),
  }
  return (
    <>
      {data.contacts.length === 0 && <Empty title={t('contacts.none')}>{t('contacts.noneNote')}</Empty>}
      {data.contacts.length > 0 && (
        <DataTable
          rows={data.contacts}
          columns={[text('name'), text('organisationName'), text('role'), text('cluster'), text('phone'), text('email'), consent]}
          rowKey={({ id }) => id}
          caption={t('coordination.part.contacts')}
          stacks
        />
      )}
      {edits && <NewContact />}
    </>
  )
}

const empty = { name: '', organisation: '', role: '', cluster: '', phone: '', email: '', consent: '' }

function NewContact() {
  const { t } = useWords()
  const { data } = useOrganisations()
  const [given, setGiven] = useState(empty)
  const nextYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)
  const keeping = useCoordinationDeed(
    () =>
      post('/api/coordination/contacts', {
        ...{ name: given.name, organisation: given.organisation, consent: given.consent, reviewBy: nextYear },
        ...{ role: given.role || null, cluster: given.cluster || null, phone: given.phone || null, email: given.email || null },
      }),
    () => setGiven(empty),
  )
  const line = (name: 'name' | 'role' | 'cluster' | 'phone' | 'email') => (
    <TextInput label={t(`contacts.${name}`)} value={given[name]} onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })} />
  )
  const choice = (name: 'organisation' | 'consent', label: string, choices: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
      data={[{ value: '', label: t('reconcile.choose') }, ...choices]}
    />
  )
  const ready = given.name.trim() !== '' && given.organisation !== '' && given.consent !== ''
  return (
    <section className="card coordination-form">
      <h2>{t('contacts.new')}</h2>
      <p className="quiet">{t('contacts.newNote')}</p>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('contacts.new')}>
        <div className="side-by-side">
          {choice(
            'consent',
            t('contacts.consent'),
            (['refused', 'cluster', 'partners', 'public'] as const).map((each) => ({ value: each, label: t(`contacts.consent.${each}`) })),
          )}
          {line('name')}
          {choice(
            'organisation',
            t('contacts.organisationName'),
            (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          )}
          {line('role')}
          {line('cluster')}
          {line('phone')}
          {line('email')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t('contacts.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
