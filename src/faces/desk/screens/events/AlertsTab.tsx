/** Every alert, the newest days first. */
import { Link, useLocation } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useOperations } from '../../api/displacement.ts'
import { type Alert, useAlerts } from '../../api/events.ts'
import { useWords } from '../../words/words.ts'

export function AlertsTab() {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const { data, error } = useAlerts()
  const { data: operations } = useOperations()
  const nameOf = (id: string) => operations?.rows.find((operation) => operation.id === id)?.name ?? ''
  const columns: Column<Alert>[] = [
    {
      key: 'number',
      title: t('events.part.alerts'),
      header: true,
      value: ({ number }) => number,
      cell: ({ id, number }) => <Link href={`/events/alerts/${id}`}>{t('alerts.one', { n: number })}</Link>,
    },
    { key: 'operation', title: t('events.operation'), value: ({ operation }) => nameOf(operation), cell: ({ operation }) => nameOf(operation) },
    {
      key: 'days',
      title: t('alerts.period'),
      value: ({ periodTo }) => periodTo,
      cell: ({ periodFrom, periodTo }) => `${shortDate(periodFrom, language)} – ${shortDate(periodTo, language)}`,
    },
    {
      key: 'state',
      title: t('alerts.state'),
      value: ({ state }) => state,
      cell: ({ state }) => <span className={`tag alert-${state}`}>{t(`alerts.state.${state}`)}</span>,
    },
  ]
  return (
    <>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.rows.length === 0 && (
        <Empty title={t('alerts.none')} deed={<Link href="/events">{t('events.part.situation')}</Link>}>
          {t('alerts.noneNote')}
        </Empty>
      )}
      {data && data.rows.length > 0 && (
        <DataTable
          rows={data.rows}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('events.part.alerts')}
          onOpen={({ id }) => go(`/events/alerts/${id}`)}
        />
      )}
    </>
  )
}
