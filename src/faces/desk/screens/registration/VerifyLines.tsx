/** A second look at the lines of an exercise, one after another: v verifies, r rejects with a reason, n goes on. Names open only on the household's own page. */
import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { householdNumber } from '../../../ui/householdNumber.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { useRegistrationDeed } from '../../api/registration.ts'
import { type LineToVerify, useLines, type Verdict } from '../../api/registrationBench.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { ExerciseHead } from './ExerciseHead.tsx'

const verdicts = ['unverified', 'verified', 'rejected'] as const

export function VerifyLines({ id }: { id: string }) {
  const { t } = useWords()
  const [search] = useChosen()
  const shown = verdicts.find((each) => each === search.get('state')) ?? 'unverified'
  const { data, error } = useLines(id, shown)
  const [at, setAt] = useState(0)
  const lines = data?.lines ?? []
  const line = lines[Math.min(at, lines.length - 1)]
  return (
    <>
      <ExerciseHead id={id} title={t('registrar.verify')} />
      <p>{t('registrar.verifyNote')}</p>
      <nav className="tabs" aria-label={t('registrar.verify')}>
        {verdicts.map((each) => (
          <Link key={each} href={`/registration/exercises/${id}/verify?state=${each}`} aria-current={each === shown ? 'page' : undefined}>
            {t(`registrar.lines.${each}`, { n: data?.counts[each] ?? 0 })}
          </Link>
        ))}
      </nav>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && lines.length === 0 && <Empty title={t(`registrar.noLines.${shown}`)}>{t('registrar.noLinesNote')}</Empty>}
      {line && data && (
        <>
          <p className="quiet" role="status">
            {t('registrar.lineOf', { at: Math.min(at, lines.length - 1) + 1, n: data.counts[shown] })}
          </p>
          <OneLine key={line.id} line={line} next={() => setAt((Math.min(at, lines.length - 1) + 1) % lines.length)} />
        </>
      )}
    </>
  )
}

function OneLine({ line, next }: { line: LineToVerify; next: () => void }) {
  const { t, language } = useWords()
  const bands = useCodes('ageBand')
  const [reason, setReason] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const deciding = useRegistrationDeed((verdict: { verification: Verdict; reason?: string }) => post(`/api/registration/lines/${line.id}/verify`, verdict))
  const { mutate, isPending } = deciding
  useEffect(() => {
    if (reason === '') box.current?.focus()
  }, [reason])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, target, metaKey, ctrlKey, altKey } = event
      if (metaKey || ctrlKey || altKey || (target instanceof HTMLElement && /^(input|textarea|select)$/i.test(target.tagName))) return
      if (key === 'n') next()
      else if (key === 'v' && !isPending && line.verification !== 'verified') mutate({ verification: 'verified' })
      else if (key === 'r' && line.verification !== 'rejected') {
        // Or the letter would be the first of the reason.
        event.preventDefault()
        setReason('')
      }
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [mutate, next, isPending, line.verification])
  const facts: (readonly [string, string])[] = [
    [t('registration.place'), line.placeName ?? line.place],
    [t('registration.day'), shortDate(line.day, language)],
    [t('registrar.team'), line.team ?? t('notSaid')],
    [t('registration.consents'), t(`registration.consent.${line.consent}`)],
    [t('registration.members'), t('registration.peopleCount', { n: line.people })],
    [
      t('registrar.ages'),
      line.byAge.map(({ ageBand, people }) => `${ageBand === null ? t('registration.ageUnknown') : bands.label(ageBand)}: ${people}`).join(' · ') ||
        t('notSaid'),
    ],
  ]
  return (
    <section className="card">
      <h2>{line.number ? `${t('registration.household')} ${householdNumber(line.number)}` : t('registrar.nameless')}</h2>
      <dl className="facts">
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {line.verifiedAt && (
        <p className="quiet">
          {t('registrar.lookedAt', { at: dateAndTime(line.verifiedAt, language), by: line.verifiedBy ?? t('notSaid') })} {line.verificationReason}
        </p>
      )}
      {line.household && (
        <p>
          <Link href={`/registration/households/${line.household}?purpose=verification`}>{t('registrar.openNames')}</Link>
        </p>
      )}
      <Refusals refusals={refusalsOf(deciding.error)} focus />
      {reason === null ? (
        <div className="form-deeds">
          {line.verification !== 'verified' && (
            <Button loading={isPending} onClick={() => mutate({ verification: 'verified' })}>
              {t('registrar.verifyNow')} <kbd>v</kbd>
            </Button>
          )}
          {line.verification !== 'rejected' && (
            <Button variant="default" onClick={() => setReason('')}>
              {t('registrar.reject')} <kbd>r</kbd>
            </Button>
          )}
          {line.verification !== 'unverified' && (
            <Button variant="default" loading={isPending} onClick={() => mutate({ verification: 'unverified' })}>
              {t('registrar.lookAgain')}
            </Button>
          )}
          <Button variant="subtle" onClick={next}>
            {t('registrar.next')} <kbd>n</kbd>
          </Button>
        </div>
      ) : (
        <KeyedForm onSave={() => reason.trim() !== '' && mutate({ verification: 'rejected', reason })} label={t('registrar.reject')}>
          <TextInput
            ref={box}
            label={t('registrar.rejectWhy')}
            description={t('registrar.reasonNote')}
            required
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <div className="form-deeds">
            <Button type="submit" disabled={reason.trim() === ''} loading={isPending}>
              {t('registrar.rejectNow')}
            </Button>
            <Button variant="default" onClick={() => setReason(null)}>
              {t('cancel')}
            </Button>
          </div>
        </KeyedForm>
      )}
    </section>
  )
}
