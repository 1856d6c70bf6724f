/** Joining a household to another: found by the number on its card, shown by its size and place without a name, joined for a reason. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { householdNumber } from '../../../ui/householdNumber.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type OpenPerson, useRegistrationDeed } from '../../api/registration.ts'
import { findHousehold, type HouseholdFacts } from '../../api/registrationBench.ts'
import { useWords } from '../../words/words.ts'
import { fullName } from './fullName.ts'
import { today } from './today.ts'

type Given = { household: HouseholdFacts; people: OpenPerson[]; again: () => void }

export function MergeHousehold({ household, people, again }: Given) {
  const { t } = useWords()
  const [number, setNumber] = useState('')
  const finding = useRegistrationDeed(findHousehold)
  return (
    <section className="card">
      <h2>{t('registrar.merge')}</h2>
      <p>{t('registrar.mergeNote')}</p>
      <KeyedForm onSave={() => number.trim() !== '' && finding.mutate(number)} label={t('registrar.merge')}>
        <div className="filters">
          <TextInput
            label={t('registrar.otherNumber')}
            value={number}
            inputMode="numeric"
            autoComplete="off"
            onChange={(event) => {
              setNumber(event.currentTarget.value)
              finding.reset()
            }}
          />
          <Button type="submit" variant="default" disabled={number.trim() === ''} loading={finding.isPending}>
            {t('registrar.findHousehold')}
          </Button>
        </div>
      </KeyedForm>
      <Refusals refusals={refusalsOf(finding.error)} focus />
      {finding.data && <Joining from={household} people={people} into={finding.data} again={again} />}
    </section>
  )
}

function Joining({ from, people, into, again }: { from: HouseholdFacts; people: OpenPerson[]; into: HouseholdFacts; again: () => void }) {
  const { t, named } = useWords()
  const bands = useCodes('ageBand')
  const [value, setValue] = useState({ day: today(), reason: '' })
  const joining = useRegistrationDeed(() => post(`/api/registration/households/${from.id}/merge`, { into: into.id, ...value }).then(again))
  const ready = value.reason.trim() !== '' && value.day !== ''
  return (
    <div className="deed">
      <div className="both">
        <div>
          <h4>
            {t('registration.household')} {householdNumber(from.number)}
          </h4>
          <p className="quiet">
            {from.placeName ?? from.place} · {t('registrar.emptied')}
          </p>
          <ul>
            {people.map((person) => (
              <li key={person.id}>{fullName(person)}</li>
            ))}
          </ul>
        </div>
        <div>
          <h4>
            {t('registration.household')} {householdNumber(into.number)}
          </h4>
          <p className="quiet">
            {into.placeName ?? into.place} · {named('registration.householdState', into.state)} · {t('registration.peopleCount', { n: into.people })}
          </p>
          <ul>
            {into.byAge.map(({ ageBand, people: n }) => (
              <li key={ageBand ?? ''}>
                {ageBand === null ? t('registration.ageUnknown') : bands.label(ageBand)}: {n}
              </li>
            ))}
          </ul>
        </div>
      </div>
      {into.place !== from.place && <p className="refusals warning">{t('registrar.otherPlace')}</p>}
      <p>
        <b>{t('registrar.together', { n: into.people + people.length, number: householdNumber(into.number) })}</b>
      </p>
      <Refusals refusals={refusalsOf(joining.error)} focus />
      <KeyedForm onSave={() => ready && joining.mutate(undefined)} label={t('registrar.mergeNow')}>
        <div className="side-by-side">
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
          <Button type="submit" disabled={!ready} loading={joining.isPending}>
            {t('registrar.mergeNow')}
          </Button>
        </div>
      </KeyedForm>
    </div>
  )
}
