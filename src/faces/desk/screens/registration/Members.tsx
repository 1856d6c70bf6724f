/** Who lives in a household, and what is done with those who are chosen: they become a household of their own, or withdraw their consent. */
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { householdNumber } from '../../../ui/householdNumber.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type OpenPerson, useRegistrationDeed } from '../../api/registration.ts'
import type { HouseholdFacts } from '../../api/registrationBench.ts'
import { useWords } from '../../words/words.ts'
import { fullName } from './fullName.ts'
import { SplitHousehold } from './SplitHousehold.tsx'

type Made = { household: string; number: string }

export function Members({ people, household, again }: { people: OpenPerson[]; household: HouseholdFacts; again: () => void }) {
  const { t } = useWords()
  const [picked, setPicked] = useState<string[]>([])
  const [doing, setDoing] = useState<'split' | 'forget' | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const relations = useCodes('relation')
  const sexes = useCodes('sex')
  const vulnerabilities = useCodes('vulnerability')
  // Who was chosen and has left since is chosen no more.
  const chosen = picked.filter((id) => people.some((person) => person.id === id))
  const toggle = (id: string) => {
    setDoing(null)
    setMade(null)
    setPicked(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  }
  const done = () => {
    setDoing(null)
    setPicked([])
    again()
  }
  if (people.length === 0) return <p role="status">{t(household.state === 'merged' ? 'registrar.movedAway' : 'registration.nobodyLeft')}</p>
  return (
    <section className="card">
      <h2>{t('registration.members')}</h2>
      <ul className="members">
        {people.map((person) => (
          <li key={person.id}>
            <Checkbox checked={chosen.includes(person.id)} onChange={() => toggle(person.id)} label={fullName(person)} />
            <span className="quiet">
              {[
                person.relation && relations.label(person.relation),
                sexes.label(person.sex),
                person.birthDate ?? person.birthYear ?? t('registration.ageUnknown'),
                person.phone,
                ...person.vulnerabilities.map(vulnerabilities.label),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {made && (
        <p role="status">
          {t('registrar.splitDone')} <Link href={`/registration/households/${made.household}?purpose=correction`}>{householdNumber(made.number)}</Link>
        </p>
      )}
      {doing === null && (
        <div className="form-deeds">
          {household.state === 'active' && (
            <Button variant="default" disabled={chosen.length === 0 || chosen.length === people.length} onClick={() => setDoing('split')}>
              {t('registrar.split', { n: chosen.length })}
            </Button>
          )}
          <Button variant="default" disabled={chosen.length === 0} onClick={() => setDoing('forget')}>
            {t('registration.forget', { n: chosen.length })}
          </Button>
        </div>
      )}
      {doing === 'split' && (
        <SplitHousehold
          household={household}
          leaving={people.filter(({ id }) => chosen.includes(id))}
          staying={people.filter(({ id }) => !chosen.includes(id))}
          onDone={(split) => {
            setMade(split)
            done()
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === 'forget' && (
        <Forget household={household.id} people={chosen} all={chosen.length === people.length} onDone={done} onCancel={() => setDoing(null)} />
      )}
    </section>
  )
}

type ForgetGiven = { household: string; people: string[]; all: boolean; onDone: () => void; onCancel: () => void }

function Forget({ household, people, all, onDone, onCancel }: ForgetGiven) {
  const { t } = useWords()
  const forgetting = useRegistrationDeed(() => post(`/api/registration/households/${household}/withdraw`, all ? {} : { people }).then(onDone))
  return (
    <div className="refusals warning" role="alert">
      <strong>{t('registration.forgetSure', { n: people.length })}</strong>
      <p>{t('registration.forgetNote')}</p>
      <Refusals refusals={refusalsOf(forgetting.error)} focus />
      <div className="form-deeds">
        <Button color="red" loading={forgetting.isPending} onClick={() => forgetting.mutate(undefined)}>
          {t('registration.forgetNow')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('registration.forgetNot')}
        </Button>
      </div>
    </div>
  )
}
