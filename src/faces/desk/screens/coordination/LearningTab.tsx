/** What was taught and what it did: different people beside attendances, the gain of those who sat both tests; then sessions and courses. No names. */
import { Link, useLocation } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Course, type Learned, type TrainingSession, useLearning } from '../../api/coordination.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { NewCourse } from './NewCourse.tsx'
import { NewSession } from './NewSession.tsx'
import { span } from './span.ts'

export function LearningTab() {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const edits = useHolds('clusterCoordinator')
  const { data, error } = useLearning()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const people = <Row extends { learned: Learned }>(): Column<Row> => ({
    ...{ key: 'people', title: t('learning.people'), number: true },
    value: ({ learned }) => learned.people,
    cell: ({ learned }) => number(learned.people, language),
  })
  const gain = <Row extends { learned: Learned }>(): Column<Row> => ({
    ...{ key: 'gain', title: t('learning.gain'), number: true },
    value: ({ learned }) => learned.gain,
    cell: ({ learned }) => <Gain learned={learned} />,
  })
  const sessions: Column<TrainingSession>[] = [
    {
      ...{ key: 'topic', title: t('learning.session'), header: true },
      value: ({ topic }) => mine(topic),
      cell: ({ id, topic }) => (edits ? <Link href={`/coordination/learning/${id}`}>{mine(topic)}</Link> : mine(topic)),
    },
    { key: 'place', title: t('learning.place'), value: ({ placeName, place }) => placeName ?? place, cell: ({ placeName, place }) => placeName ?? place },
    {
      key: 'day',
      title: t('learning.days'),
      value: ({ fromDay }) => fromDay,
      cell: ({ fromDay, toDay }) => span(fromDay, toDay, language),
    },
    people(),
    {
      key: 'certificates',
      title: t('learning.certificates'),
      number: true,
      value: ({ certificates }) => certificates,
      cell: ({ certificates }) => number(certificates, language),
    },
    gain(),
  ]
  const courses: Column<Course>[] = [
    {
      key: 'code',
      title: t('learning.course'),
      header: true,
      value: ({ code }) => code,
      cell: ({ code, edition, topic }) => `${code} · ${mine(topic)} (${t('learning.edition', { n: edition })})`,
    },
    { key: 'area', title: t('learning.area'), number: true, value: ({ focusArea }) => focusArea, cell: ({ focusArea }) => focusArea },
    {
      ...{ key: 'rules', title: t('learning.rules') },
      cell: ({ minimumAttendance, passMark, refresherMonths }) =>
        [
          t('learning.rule.attendance', { n: minimumAttendance }),
          passMark === null ? t('learning.rule.noTest') : t('learning.rule.pass', { n: passMark }),
          ...(refresherMonths === null ? [] : [t('learning.rule.refresher', { n: refresherMonths })]),
        ].join(' · '),
    },
    people(),
    gain(),
  ]
  return (
    <>
      <dl className="facts figures">
        <div>
          <dt>{t('learning.people')}</dt>
          <dd>{number(data.all.people, language)}</dd>
        </div>
        <div>
          <dt>{t('learning.attendances')}</dt>
          <dd>{number(data.all.attendances, language)}</dd>
        </div>
        <div>
          <dt>{t('learning.gain')}</dt>
          <dd>
            <Gain learned={data.all} />
          </dd>
        </div>
      </dl>
      <h2>{t('learning.sessions')}</h2>
      {data.sessions.length === 0 && (
        <Empty title={t('learning.noSessions')}>{t(data.curricula.length === 0 ? 'learning.firstCourse' : 'learning.noSessionsNote')}</Empty>
      )}
      {data.sessions.length > 0 && (
        <DataTable
          rows={data.sessions}
          columns={sessions}
          rowKey={({ id }) => id}
          caption={t('learning.sessions')}
          onOpen={edits ? ({ id }) => go(`/coordination/learning/${id}`) : undefined}
        />
      )}
      {edits && data.curricula.length > 0 && <NewSession courses={data.curricula} />}
      <h2 className="after-table">{t('learning.courses')}</h2>
      {data.curricula.length > 0 && <DataTable rows={data.curricula} columns={courses} rowKey={({ id }) => id} caption={t('learning.courses')} />}
      {edits && <NewCourse />}
    </>
  )
}

/** Points with how many people they rest on; nobody tested is no gain of zero. */
export function Gain({ learned: { gain, tested, attendances } }: { learned: Learned }) {
  const { t, language } = useWords()
  if (gain === null) return <span className="quiet">{t('learning.notTested')}</span>
  return <>{t('learning.gainOf', { gain: number(Math.round(gain * 10) / 10, language), tested, n: attendances })}</>
}
