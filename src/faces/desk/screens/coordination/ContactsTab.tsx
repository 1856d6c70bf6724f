/** Whom to ask, as far as each agreed to appear; a new contact, and what changes of one: the consent before all else. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Contact, useContacts } from '../../api/partnerships.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { ContactForm } from './ContactForm.tsx'

export function ContactsTab() {
  const { t, language } = useWords()
  const [open, setOpen] = useState<string | null>(null)
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
  const change: Column<Contact> = {
    ...{ key: 'change', title: t('contacts.change') },
    cell: ({ id }) => (
      <Button size="compact-sm" variant="default" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
        {t(open === id ? 'ask.shut' : 'contacts.change')}
      </Button>
    ),
  }
  const columns = [text('name'), text('organisationName'), text('role'), text('cluster'), text('phone'), text('email'), consent]
  return (
    <>
      {data.contacts.length === 0 && <Empty title={t('contacts.none')}>{t('contacts.noneNote')}</Empty>}
      {data.contacts.length > 0 && (
        <>
          <p className="deeds">
            <a href={`/api/coordination/print/contacts?lang=${language}`}>{t('contacts.paper')}</a>
          </p>
          <DataTable
            rows={data.contacts}
            columns={edits ? [...columns, change] : columns}
            rowKey={({ id }) => id}
            caption={t('coordination.part.contacts')}
            isOpen={({ id }) => id === open}
            details={(contact) => <ContactForm contact={contact} done={() => setOpen(null)} />}
            stacks
          />
        </>
      )}
      {edits && (
        <section className="card coordination-form">
          <h2>{t('contacts.new')}</h2>
          <ContactForm />
        </section>
      )}
    </>
  )
}
