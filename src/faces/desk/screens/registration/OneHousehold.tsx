/** One household, opened for a purpose: who lives there, what they agreed to, where they lived; and forgetting people who withdraw their consent. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { householdNumber } from '../../../ui/householdNumber.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { lookAtHousehold, type OpenHousehold, purposes, useRegistrationDeed } from '../../api/registration.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { Consents } from './Consents.tsx'
import { Fingers } from './Fingers.tsx'
import { HouseholdChanges } from './HouseholdChanges.tsx'
import { Members } from './Members.tsx'
import { MergeHousehold } from './MergeHousehold.tsx'

/** Names open only when somebody says why: a page that loads by itself opens nobody. */
export function OneHousehold({ id }: { id: string }) {
  const { t } = useWords()
  const [search, choose] = useChosen()
  const purpose = purposes.find((each) => each === search.get('purpose')) ?? 'assistance'
  // Kept while it is opened again, so that what a deed has just said stays on the page.
  const [shown, setShown] = useState<OpenHousehold | null>(null)
  const looking = useRegistrationDeed((asked: Parameters<typeof lookAtHousehold>[0]) => lookAtHousehold(asked).then(setShown))
  return (
    <>
      <p className="small">
        <Link href="/registration/search">{t('registration.part.search')}</Link>
      </p>
      {!shown && (
        <section className="card">
          <h1>{t('registration.household')}</h1>
          <p>{t('registration.openNote')}</p>
          <Refusals refusals={refusalsOf(looking.error)} focus />
          <div className="filters">
            <NativeSelect
              label={t('registration.purpose')}
              value={purpose}
              onChange={(event) => choose({ purpose: event.currentTarget.value })}
              data={purposes.map((each) => ({ value: each, label: t(`registration.purpose.${each}`) }))}
            />
            <Button loading={looking.isPending} onClick={() => looking.mutate({ id, purpose })}>
              {t('registration.open')}
            </Button>
          </div>
        </section>
      )}
      {shown && <Opened shown={shown} again={() => looking.mutate({ id, purpose })} />}
    </>
  )
}

function Opened({ shown, again }: { shown: OpenHousehold; again: () => void }) {
  const { t, named, language } = useWords()
  const settings = useCodes('setting')
  const { facts, people, history, lines } = shown
  return (
    <>
      <h1>
        {t('registration.household')} {householdNumber(facts.number)}
      </h1>
      <p className="quiet">
        {facts.placeName ?? facts.place} · {facts.setting ? settings.label(facts.setting) : t('registrar.settingUnknown')} ·{' '}
        {named('registration.householdState', facts.state)} · {t('registration.peopleCount', { n: people.length })}
      </p>
      <Members people={people} household={facts} again={again} />
      {facts.state === 'active' && people.length > 0 && <MergeHousehold household={facts} people={people} again={again} />}
      <HouseholdChanges changes={history.changes} names={shown.names} again={again} />
      <Consents shown={shown} again={again} />
      <Fingers shown={shown} again={again} />
      <section className="card">
        <h2>{t('registration.history')}</h2>
        <ul>
          {lines.map(({ id, exerciseName, day, team, verification }) => (
            <li key={id}>
              {shortDate(day, language)}: {exerciseName}
              {team && ` · ${team}`} · {t(`registration.verification.${verification}`)}
            </li>
          ))}
          {history.residences.map(({ kind, place, placeName }) => (
            <li key={`${kind}${place}`}>
              {t(`registration.residence.${kind}`)}: {placeName ?? place}
            </li>
          ))}
          {history.members
            .filter(({ untilDay }) => untilDay)
            .map(({ person, untilDay, movedTo }) => (
              <li key={`${person}${untilDay}`}>{t('registration.left', { day: shortDate(untilDay!, language), number: movedTo ?? t('notSaid') })}</li>
            ))}
        </ul>
      </section>
    </>
  )
}
