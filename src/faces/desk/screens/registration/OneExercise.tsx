/** One exercise: its promise, the next step and what stands in its way, looking for duplicates, and a partner's list held against it. */
import { Button, FileInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { number, shortDate } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type ListHeld, useExercises, useRegistrationDeed, useSteps } from '../../api/registration.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { Biometrics } from './Biometrics.tsx'
import { LookForDuplicates } from './LookForDuplicates.tsx'

export function OneExercise({ id }: { id: string }) {
  const { t, language } = useWords()
  const registers = useHolds('registrar')
  const { data, error } = useExercises()
  const exercise = data?.exercises.find((each) => each.id === id)
  if (!exercise) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <>
      <p className="small">
        <Link href="/registration">{t('registration.title')}</Link>
      </p>
      <h1>{exercise.name}</h1>
      <dl className="facts">
        {(
          [
            [t('alerts.state'), t(`registration.state.${exercise.state}`)],
            [t('events.operation'), exercise.operationName],
            [t('registration.new.sites'), exercise.sites.join(', ')],
            [t('registration.new.purpose'), exercise.purpose],
            [t('registration.new.legalBasis'), exercise.legalBasis],
            [t('registration.until'), shortDate(exercise.retainUntil, language)],
            ...(registers ? [[t('registration.households'), number(exercise.households, language)] as const] : []),
          ] as const
        ).map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {registers && exercise.state !== 'erased' && (
        <nav className="deeds" aria-label={t('registrar.benches')}>
          <Link href={`/registration/exercises/${id}/verify`} className="part-link">
            {t('registrar.lines.unverified', { n: exercise.unverified })}
          </Link>
          <Link href={`/registration/exercises/${id}/cards`} className="part-link">
            {t('registrar.cards')}
          </Link>
        </nav>
      )}
      {registers && <NextSteps id={id} />}
      {registers && exercise.state !== 'erased' && <LookForDuplicates id={id} />}
      {registers && exercise.state !== 'erased' && <HoldList id={id} />}
      <Biometrics exercise={exercise} />
    </>
  )
}

function NextSteps({ id }: { id: string }) {
  const { t } = useWords()
  const mine = useBilingual()
  const { data } = useSteps(id, true)
  const taking = useRegistrationDeed((name: string) => post(`/api/displacement/registration-exercise/${id}/steps/${name}`))
  if (!data || data.length === 0) return null
  return (
    <section className="card">
      <h2>{t('registration.next')}</h2>
      <Refusals refusals={refusalsOf(taking.error)} focus />
      {data.map(({ name, label, obstacles }) => (
        <div key={name} className="next-step">
          <Button
            disabled={obstacles.length > 0}
            loading={taking.isPending}
            onClick={() => taking.mutate(name)}
            variant={name === 'reopen' ? 'default' : 'filled'}
          >
            {mine(label)}
          </Button>
          <Refusals refusals={obstacles} tone="warning" />
        </div>
      ))}
    </section>
  )
}

function HoldList({ id }: { id: string }) {
  const { t, language } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const holding = useRegistrationDeed((sent: File) => {
    const body = new FormData()
    body.append('file', sent)
    return post<ListHeld>(`/api/registration/exercises/${id}/reconcile`, body)
  })
  const held = holding.data
  return (
    <section className="card">
      <h2>{t('registration.list')}</h2>
      <p>{t('registration.listNote')}</p>
      <Refusals refusals={refusalsOf(holding.error)} focus />
      <div className="filters">
        <FileInput label={t('registration.listFile')} accept=".csv,.xlsx" value={file} onChange={setFile} clearable />
        <Button variant="default" disabled={!file} loading={holding.isPending} onClick={() => file && holding.mutate(file)}>
          {t('registration.listHold')}
        </Button>
      </div>
      {held && (
        <>
          <p role="status">{t('registration.listSums', { matched: held.matched, unsure: held.unsure, missing: held.notFound, only: held.onlyRegistered })}</p>
          <table className="compared">
            <thead>
              <tr>
                <th>{t('registration.line')}</th>
                <th>{t('registration.found.title')}</th>
                <th>{t('registration.number')}</th>
              </tr>
            </thead>
            <tbody>
              {held.lines.slice(0, 500).map(({ line, found, household }) => (
                <tr key={line}>
                  <td>{number(line, language)}</td>
                  <td>{t(`registration.found.${found}`)}</td>
                  <td>{household ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
