/** One session: its list is opened by a deed that the audit remembers; then who was there each half day, both tests, and certificates. */
import { Button, Checkbox, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Participant, type SessionOpen, useCoordinationDeed, useLearning } from '../../api/coordination.ts'
import { useWords } from '../../words/words.ts'
import { AddParticipant } from './AddParticipant.tsx'
import { Gain } from './LearningTab.tsx'
import { PersonDeeds } from './PersonDeeds.tsx'
import { span } from './span.ts'

export function OneSession({ id }: { id: string }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const { data, error } = useLearning()
  const [opened, setOpened] = useState<SessionOpen | null>(null)
  const looking = useCoordinationDeed(() => post<SessionOpen>(`/api/coordination/sessions/${id}/look`), setOpened)
  const session = data?.sessions.find((one) => one.id === id)
  if (!session) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const again = () => looking.mutate(undefined)
  return (
    <>
      <p className="small">
        <Link href="/coordination/learning">{t('coordination.part.learning')}</Link>
      </p>
      <h1>{mine(session.topic)}</h1>
      <p className="quiet">
        {session.placeName ?? session.place} · {span(session.fromDay, session.toDay, language)} · {t('learning.halfDayCount', { n: session.halfDays })}
        {session.counted > 0 && ` · ${t('learning.countedOnly', { n: session.counted })}`}
      </p>
      <Refusals refusals={refusalsOf(looking.error)} focus />
      {!opened && (
        <section className="card">
          <p>{t('learning.openNote')}</p>
          <Button loading={looking.isPending} onClick={again}>
            {t('learning.open')}
          </Button>
        </section>
      )}
      {opened && (
        <>
          <p className="deeds">
            <Gain learned={opened.learned} />
            <a href={`/api/coordination/print/attendance/${id}?lang=${language}`}>{t('learning.attendancePaper')}</a>
          </p>
          {opened.participants.length === 0 && <Empty title={t('learning.nobody')}>{t('learning.nobodyNote')}</Empty>}
          {opened.participants.length > 0 && <Participants opened={opened} halfDays={session.halfDays} again={again} />}
          <AddParticipant title={t('learning.add')} address={`/api/coordination/sessions/${id}/participants`} added={again} />
        </>
      )}
    </>
  )
}

function Participants({ opened, halfDays, again }: { opened: SessionOpen; halfDays: number; again: () => void }) {
  const { t } = useWords()
  const keeping = useCoordinationDeed(
    ({ id, ...given }: Pick<Participant, 'id'> & Partial<Pick<Participant, 'attendance' | 'preScore' | 'postScore'>>) =>
      post(`/api/coordination/participations/${id}`, given),
    again,
  )
  const issuing = useCoordinationDeed((id: string) => post(`/api/coordination/participations/${id}/certificate`), again)
  const { language } = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const nameOf = ({ name }: Participant) => name ?? t('learning.erased')
  const mark = (row: Participant, at: number, there: boolean) =>
    keeping.mutate({ id: row.id, attendance: Array.from({ length: halfDays }, (_, each) => (each === at ? there : (row.attendance[each] ?? false))) })
  const score = (row: Participant, of: 'preScore' | 'postScore', label: string) => (
    <NumberInput
      key={`${row.id}${of}${row[of]}`}
      className="score"
      aria-label={`${label}: ${nameOf(row)}`}
      min={0}
      max={100}
      hideControls
      disabled={row.certificate !== null}
      defaultValue={row[of] ?? ''}
      onBlur={({ currentTarget }) => {
        const typed = currentTarget.value === '' ? null : Number(currentTarget.value.replace(',', '.'))
        if (typed !== row[of]) keeping.mutate({ id: row.id, [of]: typed })
      }}
    />
  )
  const columns: Column<Participant>[] = [
    {
      key: 'name',
      title: t('learning.name'),
      header: true,
      value: nameOf,
      cell: (row) => (row.trainer ? `${nameOf(row)} (${t('learning.trainer')})` : nameOf(row)),
    },
    {
      key: 'organisation',
      title: t('learning.organisation'),
      value: ({ organisation }) => organisation,
      cell: ({ organisation, unit }) => organisation ?? unit ?? t('notSaid'),
    },
    {
      ...{ key: 'attendance', title: t('learning.attendance') },
      cell: (row) => (
        <span className="half-days">
          {Array.from({ length: halfDays }, (_, at) => (
            <Checkbox
              // biome-ignore lint/suspicious/noArrayIndexKey: the half days of a session have no other name
              key={at}
              aria-label={t('learning.there', { n: at + 1, name: nameOf(row) })}
              checked={row.attendance[at] ?? false}
              disabled={row.certificate !== null}
              onChange={({ currentTarget }) => mark(row, at, currentTarget.checked)}
            />
          ))}
        </span>
      ),
    },
    { key: 'pre', title: t('learning.pre'), cell: (row) => score(row, 'preScore', t('learning.pre')) },
    { key: 'post', title: t('learning.post'), cell: (row) => score(row, 'postScore', t('learning.post')) },
    {
      ...{ key: 'certificate', title: t('learning.certificate') },
      cell: (row) =>
        row.certificate ? (
          <a href={`/api/coordination/participations/${row.id}/certificate.pdf?lang=${language}`}>{row.certificate}</a>
        ) : (
          <Button size="compact-sm" variant="default" loading={issuing.isPending} onClick={() => issuing.mutate(row.id)}>
            {t('learning.issue')}
          </Button>
        ),
    },
    {
      ...{ key: 'deeds', title: t('learning.more') },
      cell: ({ id, name }) =>
        name !== null && (
          <Button size="compact-sm" variant="subtle" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
            {t(open === id ? 'ask.shut' : 'learning.more')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <Refusals refusals={[...refusalsOf(keeping.error), ...refusalsOf(issuing.error)]} focus />
      <DataTable
        rows={opened.participants}
        columns={columns}
        rowKey={({ id }) => id}
        caption={t('learning.list')}
        isOpen={({ id }) => id === open}
        details={({ learner }) => <PersonDeeds learner={learner} done={again} />}
        stacks
      />
    </>
  )
}
