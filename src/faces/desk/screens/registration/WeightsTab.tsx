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
      <p>{t('bench.weightsNote')}</p>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && (
        <section className="card">
          <h2>{t('bench.learn')}</h2>
          <p>
            {t('bench.holds', { number: data.versions[0]!.number })} {t('bench.decided', data.decided)}
          </p>
          <Refusals refusals={refusalsOf(looking.error)} focus />
          {!looking.data && (
            <Button variant="default" loading={looking.isPending} onClick={() => looking.mutate(undefined)}>
              {t('bench.showLearned')}
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
      title: t('bench.version'),
      header: true,
      cell: ({ number }) => (number === 0 ? t('bench.starting') : t('bench.versionNumber', { number })),
    },
    {
      key: 'from',
      title: t('bench.from'),
      cell: ({ number, decisions, restores }) =>
        number === 0 ? t('bench.fromStarting') : restores === null ? t('bench.fromDecisions', { n: decisions }) : t('bench.fromVersion', { number: restores }),
    },
    { key: 'reason', title: t('bench.reason'), cell: ({ reason }) => reason ?? t('notSaid') },
    { key: 'by', title: t('bench.by'), cell: ({ by, recordedAt }) => (recordedAt ? `${by ?? t('notSaid')}, ${dateAndTime(recordedAt, language)}` : '') },
    {
      key: 'deed',
      title: t('bench.deed'),
      cell: ({ number }) =>
        number === versions[0]!.number ? (
          <span className="tag">{t('bench.holdsNow')}</span>
        ) : (
          <button type="button" className="link" onClick={() => setChosen(number)}>
            {t('bench.restore')}
          </button>
        ),
    },
  ]
  return (
    <section className="after-table">
      <h2>{t('bench.versions')}</h2>
      <DataTable rows={versions} columns={columns} rowKey={({ number }) => String(number)} caption={t('bench.versions')} stacks />
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
      <h3>{number === 0 ? t('bench.restoreStarting') : t('bench.restoreTitle', { number })}</h3>
      <p>{t('bench.restoreNote')}</p>
      <Refusals refusals={refusalsOf(restoring.error)} focus />
      <KeyedForm onSave={() => reason.trim() !== '' && restoring.mutate(undefined)} label={t('bench.restore')}>
        <TextInput label={t('bench.reason')} required maxLength={500} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        <div className="form-deeds">
          <Button type="submit" disabled={reason.trim() === ''} loading={restoring.isPending}>
            {t('bench.restoreNow')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
