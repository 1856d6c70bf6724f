/** All rounds, newest first; what is filtered stands in the address, so that a link shows a colleague the same. */
import { NativeSelect } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { roundStates } from '../../../../engines/rounds/states.ts'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Round, useOperations, useRounds } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { pathOfRound } from '../../navigation.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { StateTag } from './StateTag.tsx'

export function RoundList() {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const [search, choose] = useChosen()
  const filter = { operation: search.get('operation'), state: search.get('state') }
  const { data, error } = useRounds(filter)
  const { data: operations } = useOperations()
  const mayCreate = useHolds('dataOfficer')
  const nameOf = (id: string) => operations?.rows.find((operation) => operation.id === id)?.name ?? ''
  const date = (day: string | null) => (day ? shortDate(day, language) : t('unknown'))
  const columns: Column<Round>[] = [
    {
      key: 'number',
      title: t('home.roundColumn'),
      header: true,
      value: ({ number }) => number,
      cell: ({ id, number, edition }) => (
        <Link href={pathOfRound(id)}>
          {t('home.round', { round: String(number) })}
          {edition > 1 && ` (${t('rounds.edition', { edition: String(edition) })})`}
        </Link>
      ),
    },
    { key: 'operation', title: t('home.operation'), value: ({ operation }) => nameOf(operation), cell: ({ operation }) => nameOf(operation) },
    { key: 'type', title: t('rounds.type'), value: ({ assessmentType }) => assessmentType, cell: ({ assessmentType }) => t(`type.${assessmentType}`) },
    { key: 'state', title: t('rounds.filterState'), value: ({ state }) => roundStates.indexOf(state), cell: ({ state }) => <StateTag state={state} /> },
    { key: 'date', title: t('rounds.reportingDate'), value: ({ reportingDate }) => reportingDate, cell: ({ reportingDate }) => date(reportingDate) },
    {
      key: 'collected',
      title: t('rounds.collected'),
      value: ({ collectedFrom }) => collectedFrom,
      cell: ({ collectedFrom, collectedTo }) => (collectedFrom ? `${date(collectedFrom)} – ${date(collectedTo)}` : t('unknown')),
    },
  ]
  const filtered = Boolean(filter.operation || filter.state)
  return (
    <>
      <div className="page-head">
        <h1>{t('rounds.title')}</h1>
        {mayCreate && (
          <div className="deeds">
            <Link href="/rounds/new" className="button">
              {t('rounds.new')}
            </Link>
          </div>
        )}
      </div>
      <div className="filters">
        <NativeSelect
          label={t('rounds.filterOperation')}
          value={filter.operation ?? ''}
          onChange={(event) => choose({ operation: event.currentTarget.value })}
          data={[{ value: '', label: t('rounds.allOperations') }, ...(operations?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <NativeSelect
          label={t('rounds.filterState')}
          value={filter.state ?? ''}
          onChange={(event) => choose({ state: event.currentTarget.value })}
          data={[{ value: '', label: t('rounds.allStates') }, ...roundStates.map((state) => ({ value: state, label: t(`state.${state}`) }))]}
        />
      </div>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.rows.length === 0 && filtered && (
        <Empty
          title={t('rounds.noneFit')}
          deed={
            <button type="button" className="link" onClick={() => choose({ operation: null, state: null })}>
              {t('rounds.clear')}
            </button>
          }
        >
          {t('rounds.noneFitNote')}
        </Empty>
      )}
      {data?.rows.length === 0 && !filtered && (
        <Empty title={t('rounds.emptyTitle')} deed={mayCreate && <Link href="/rounds/new">{t('rounds.new')}</Link>}>
          {t('rounds.emptyNote')}
        </Empty>
      )}
      {data && data.rows.length > 0 && (
        <DataTable rows={data.rows} columns={columns} rowKey={({ id }) => id} caption={t('rounds.title')} onOpen={({ id }) => go(pathOfRound(id))} />
      )}
    </>
  )
}
