/** The reports of the strategy in one list, whatever their kind, and beginning the next one. */
import { Link, useLocation } from 'wouter'
import { shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { useHolds } from '../../../api/session.ts'
import { type ReportHead, type ReportState, useReports } from '../../../api/strategyReports.ts'
import { useWords } from '../../../words/words.ts'
import { StrategyTabs } from '../StrategyTabs.tsx'
import { BeginReport } from './BeginReport.tsx'

const looks: Record<ReportState, string> = {
  draft: 'open',
  figures_frozen: 'working',
  reviewed: 'reviewing',
  cleared: 'reviewing',
  published: 'done',
  superseded: 'past',
}

export function ReportStateTag({ state }: { state: ReportState }) {
  const { t } = useWords()
  return <span className={`state ${looks[state]}`}>{t(`reports.state.${state}`)}</span>
}

export function Reports() {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const { data, error } = useReports()
  const mayBegin = useHolds('monitoring', 'reportOfficer')
  const columns: Column<ReportHead>[] = [
    {
      key: 'kind',
      title: t('reports.report'),
      header: true,
      value: ({ kind }) => t(`reports.kind.${kind}`),
      cell: ({ id, kind, about }) => (
        <Link href={`/strategy/reports/${id}`}>
          {t(`reports.kind.${kind}`)}
          {about && `: ${mine(about)}`}
        </Link>
      ),
    },
    {
      key: 'days',
      title: t('reports.days'),
      value: ({ fromDay }) => fromDay,
      cell: ({ fromDay, toDay }) => `${shortDate(fromDay, language)} – ${shortDate(toDay, language)}`,
    },
    { key: 'edition', title: t('reports.edition'), number: true, value: ({ edition }) => edition, cell: ({ edition }) => String(edition) },
    {
      key: 'known',
      title: t('reports.known'),
      value: ({ counts }) => counts?.known ?? -1,
      cell: ({ counts }) =>
        counts ? t('reports.knownOf', { known: counts.known, all: counts.defined }) : <span className="quiet">{t('reports.notFrozen')}</span>,
    },
    { key: 'state', title: t('results.state'), value: ({ state }) => state, cell: ({ state }) => <ReportStateTag state={state} /> },
  ]
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('reports.title')}</h1>
          <p className="quiet">{t('reports.intro')}</p>
        </div>
      </div>
      <StrategyTabs />
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && <Empty title={t('reports.none')}>{t('reports.noneNote')}</Empty>}
      {data && data.length > 0 && (
        <DataTable
          rows={data}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('reports.title')}
          onOpen={({ id }) => go(`/strategy/reports/${id}`)}
          stacks
        />
      )}
      {mayBegin && data && <BeginReport reports={data} />}
    </>
  )
}
