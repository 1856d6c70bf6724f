/** What agreement counts when two registrations are compared: the version that holds, what reviewers' decisions would change, and the way back to an earlier one. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useRegistrationDeed } from '../../api/registration.ts'
import { type LearnedNow, useWeights, type WeightVersion } from '../../api/registrationBench.ts'
import { useWords } from '../../words/words.ts'
import { LearnedWeights } from './LearnedWeights.tsx'

export function WeightsTab() {
  const { t } = useWords()
  const { data, error } = useWeights()
  const looking = useRegistrationDeed(() => post<LearnedNow>('/api/registration/weights/learn', { confirm: false }))
  return (
    <>
      <p>{t('registrar.weightsNote')}</p>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && (
        <section className="card">
          <h2>{t('registrar.learn')}</h2>
          <p>
            {t('registrar.holds', { number: data.versions[0]!.number })} {t('registrar.decided', data.decided)}
          </p>
          <Refusals refusals={refusalsOf(looking.error)} focus />
          {!looking.data && (
            <Button variant="default" loading={looking.isPending} onClick={() => looking.mutate(undefined)}>
              {t('registrar.showLearned')}
            </Button>
          )}
          {looking.data && <LearnedWeights shown={looking.data} onDone={() => looking.reset()} />}
        </section>
      )}
      {data && <Versions versions={data.versions} />}
    </>
  )
}

function Versions({ versions }: { versions: WeightVersion[] }) {
  const { t, language } = useWords()
  const [chosen, setChosen] = useState<number | null>(null)
  const columns: Column<WeightVersion>[] = [
    {
      key: 'number',
      title: t('registrar.version'),
      header: true,
      cell: ({ number }) => (number === 0 ? t('registrar.starting') : t('registrar.versionNumber', { number })),
    },
    {
      key: 'from',
      title: t('registrar.from'),
      cell: ({ number, decisions, restores }) =>
        number === 0
          ? t('registrar.fromStarting')
          : restores === null
            ? t('registrar.fromDecisions', { n: decisions })
            : t('registrar.fromVersion', { number: restores }),
    },
    { key: 'reason', title: t('registrar.reason'), cell: ({ reason }) => reason ?? t('notSaid') },
    { key: 'by', title: t('registrar.by'), cell: ({ by, recordedAt }) => (recordedAt ? `${by ?? t('notSaid')}, ${dateAndTime(recordedAt, language)}` : '') },
    {
      key: 'deed',
      title: t('registrar.deed'),
      cell: ({ number }) =>
        number === versions[0]!.number ? (
          <span className="tag">{t('registrar.holdsNow')}</span>
        ) : (
          <button type="button" className="link" onClick={() => setChosen(number)}>
            {t('registrar.restore')}
          </button>
        ),
    },
  ]
  return (
    <section className="after-table">
      <h2>{t('registrar.versions')}</h2>
      <DataTable rows={versions} columns={columns} rowKey={({ number }) => String(number)} caption={t('registrar.versions')} stacks />
      {chosen !== null && <Restoring key={chosen} number={chosen} onDone={() => setChosen(null)} />}
    </section>
  )
}

function Restoring({ number, onDone }: { number: number; onDone: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const restoring = useRegistrationDeed(() => post(`/api/registration/weights/${number}/restore`, { reason }).then(onDone))
  return (
    <section className="card after-table">
      <h3>{number === 0 ? t('registrar.restoreStarting') : t('registrar.restoreTitle', { number })}</h3>
      <p>{t('registrar.restoreNote')}</p>
      <Refusals refusals={refusalsOf(restoring.error)} focus />
      <KeyedForm onSave={() => reason.trim() !== '' && restoring.mutate(undefined)} label={t('registrar.restore')}>
        <TextInput label={t('registrar.reason')} required maxLength={500} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        <div className="form-deeds">
          <Button type="submit" disabled={reason.trim() === ''} loading={restoring.isPending}>
            {t('registrar.restoreNow')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
