/** Every exercise with its promise: until when data is kept, and on what basis. */
import { Link, useLocation } from 'wouter'
import { number, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Exercise, useExercises } from '../../api/registration.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { NewExercise } from './NewExercise.tsx'

export function ExercisesTab() {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const registers = useHolds('registrar')
  const { data, error } = useExercises()
  const counted: Column<Exercise>[] = [
    {
      key: 'households',
      title: t('registration.households'),
      number: true,
      value: ({ households }) => households,
      cell: ({ households }) => number(households, language),
    },
    {
      key: 'refused',
      title: t('registration.refused'),
      number: true,
      value: (each) => each.refusedHouseholds,
      cell: (each) => number(each.refusedHouseholds, language),
    },
    {
      key: 'unverified',
      title: t('registration.unverified'),
      number: true,
      value: ({ unverified }) => unverified,
      cell: ({ unverified }) => number(unverified, language),
    },
  ]
  const columns: Column<Exercise>[] = [
    {
      key: 'name',
      title: t('registration.exercise'),
      header: true,
      value: ({ name }) => name,
      cell: ({ id, name }) => <Link href={`/registration/exercises/${id}`}>{name}</Link>,
    },
    { key: 'operation', title: t('events.operation'), value: ({ operationName }) => operationName, cell: ({ operationName }) => operationName },
    {
      key: 'state',
      title: t('alerts.state'),
      value: ({ state }) => state,
      cell: ({ state }) => <span className="tag">{t(`registration.state.${state}`)}</span>,
    },
    ...(registers ? counted : []),
    { key: 'until', title: t('registration.until'), value: ({ retainUntil }) => retainUntil, cell: ({ retainUntil }) => shortDate(retainUntil, language) },
  ]
  return (
    <>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.exercises.length === 0 && <Empty title={t('registration.none')}>{t('registration.noneNote')}</Empty>}
      {data && data.exercises.length > 0 && (
        <DataTable
          rows={data.exercises}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('registration.part.exercises')}
          onOpen={({ id }) => go(`/registration/exercises/${id}`)}
        />
      )}
      {registers && <NewExercise />}
    </>
  )
}
