/** Splitting a household: both are shown as they will be, with the new head, before anything is done. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { householdNumber } from '../../../ui/householdNumber.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type OpenPerson, useRegistrationDeed } from '../../api/registration.ts'
import type { HouseholdFacts } from '../../api/registrationBench.ts'
import { useWords } from '../../words/words.ts'
import { fullName } from './fullName.ts'
import { today } from './today.ts'

type Given = {
  household: HouseholdFacts
  leaving: OpenPerson[]
  staying: OpenPerson[]
  onDone: (made: { household: string; number: string }) => void
  onCancel: () => void
}

export function SplitHousehold({ household, leaving, staying, onDone, onCancel }: Given) {
  const { t } = useWords()
  const [value, setValue] = useState({ head: leaving[0]!.id, day: today(), reason: '' })
  const splitting = useRegistrationDeed(() =>
    post<{ household: string; number: string }>(`/api/registration/households/${household.id}/split`, {
      ...value,
      people: leaving.map(({ id }) => id),
    }).then(onDone),
  )
  const ready = value.reason.trim() !== '' && value.day !== ''
  const headLeaves = leaving.some(({ relation }) => relation === 'head')
  return (
    <section className="deed" aria-label={t('registrar.splitTitle')}>
      <h3>{t('registrar.splitTitle')}</h3>
      <div className="both">
        <Preview title={t('registrar.staysIn', { number: householdNumber(household.number) })} people={staying} head={null} />
        <Preview title={t('registrar.newHousehold')} people={leaving} head={value.head} />
      </div>
      {headLeaves && <p className="refusals warning">{t('registrar.headLeaves')}</p>}
      <Refusals refusals={refusalsOf(splitting.error)} focus />
      <KeyedForm onSave={() => ready && splitting.mutate(undefined)} label={t('registrar.splitTitle')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('registrar.newHead')}
            value={value.head}
            onChange={(event) => setValue({ ...value, head: event.currentTarget.value })}
            data={leaving.map((person) => ({ value: person.id, label: fullName(person) }))}
          />
          <TextInput type="date" label={t('registrar.since')} value={value.day} onChange={(event) => setValue({ ...value, day: event.currentTarget.value })} />
          <TextInput
            label={t('registrar.reason')}
            description={t('registrar.reasonNote')}
            maxLength={500}
            required
            value={value.reason}
            onChange={(event) => setValue({ ...value, reason: event.currentTarget.value })}
          />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={splitting.isPending}>
            {t('registrar.splitNow')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}

function Preview({ title, people, head }: { title: string; people: OpenPerson[]; head: string | null }) {
  const { t } = useWords()
  return (
    <div>
      <h4>{title}</h4>
      <p className="quiet">{t('registration.peopleCount', { n: people.length })}</p>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            {fullName(person)}
            {(head === null ? person.relation === 'head' : person.id === head) && <b> · {t('registrar.head')}</b>}
          </li>
        ))}
      </ul>
    </div>
  )
}
