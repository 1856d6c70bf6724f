/** A contact, new or changed. Where the person agrees to appear is asked first; whoever refuses keeps no telephone and no e-mail here. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { patch, post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed, useOrganisationChoices } from '../../api/coordination.ts'
import type { Contact } from '../../api/partnerships.ts'
import { useWords } from '../../words/words.ts'

const startOf = (contact: Contact | undefined) => ({
  ...{ name: contact?.name ?? '', organisation: contact?.organisation ?? '', role: contact?.role ?? '', cluster: contact?.cluster ?? '' },
  ...{ phone: contact?.phone ?? '', email: contact?.email ?? '', consent: contact?.consent ?? '' },
})

export function ContactForm({ contact, done }: { contact?: Contact; done?: () => void }) {
  const { t } = useWords()
  const organisations = useOrganisationChoices()
  const [given, setGiven] = useState(() => startOf(contact))
  const [active, setActive] = useState(contact?.active ?? true)
  const nextYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)
  const keeping = useCoordinationDeed(
    () => {
      const body = {
        ...{ name: given.name, organisation: given.organisation, consent: given.consent, reviewBy: nextYear, active, area: contact?.area ?? null },
        ...{ role: given.role || null, cluster: given.cluster || null, phone: given.phone || null, email: given.email || null },
      }
      return contact ? patch(`/api/coordination/contacts/${contact.id}`, body) : post('/api/coordination/contacts', body)
    },
    () => {
      setGiven(startOf(contact))
      done?.()
    },
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
  const title = t(contact ? 'contacts.keep' : 'contacts.new')
  const ready = given.name.trim() !== '' && given.organisation !== '' && given.consent !== ''
  return (
    <>
      <p className="quiet">{t('contacts.newNote')}</p>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={title}>
        <div className="side-by-side">
          {choice(
            'consent',
            t('contacts.consent'),
            (['refused', 'cluster', 'partners', 'public'] as const).map((each) => ({ value: each, label: t(`contacts.consent.${each}`) })),
          )}
          {line('name')}
          {choice('organisation', t('contacts.organisationName'), organisations)}
          {line('role')}
          {line('cluster')}
          {line('phone')}
          {line('email')}
        </div>
        {given.consent === 'refused' && <p className="small quiet">{t('contacts.refusedNote')}</p>}
        {contact && <Checkbox label={t('contacts.active')} checked={active} onChange={({ currentTarget }) => setActive(currentTarget.checked)} />}
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {title}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}
