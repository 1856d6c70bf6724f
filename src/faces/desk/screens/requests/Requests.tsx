/** Requests for restricted data: those that wait first; each opens to what is asked and what can be done next. */
import { Link, Route, Switch, useLocation } from 'wouter'
import { number, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type DataRequest, stateNow, useRequests } from '../../api/requests.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { OneRequest } from './OneRequest.tsx'

export function Requests() {
  return (
    <Switch>
      <Route path="/requests">
        <RequestList />
      </Route>
      <Route path="/requests/:id">{({ id }) => <OneRequest key={id} id={id} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}

function RequestList() {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const { data, error } = useRequests()
  const today = new Date().toISOString().slice(0, 10)
  const columns: Column<DataRequest>[] = [
    {
      key: 'number',
      title: t('requests.number'),
      header: true,
      value: (row) => row.number,
      cell: (row) => <Link href={`/requests/${row.id}`}>{row.number}</Link>,
    },
    {
      key: 'state',
      title: t('requests.state'),
      value: (row) => stateNow(row, today),
      cell: (row) => <span className="tag">{t(`requests.state.${stateNow(row, today)}`)}</span>,
    },
    { key: 'product', title: t('requests.product'), value: ({ product }) => product, cell: (row) => `${row.product} · v${row.productVersion}` },
    { key: 'received', title: t('requests.received'), value: (row) => row.recordedAt, cell: (row) => shortDate(row.recordedAt, language) },
    { key: 'useUntil', title: t('requests.useUntil'), value: ({ useUntil }) => useUntil, cell: ({ useUntil }) => shortDate(useUntil, language) },
    {
      key: 'openings',
      title: t('requests.openings'),
      number: true,
      value: ({ openings }) => openings,
      cell: ({ openings }) => number(openings, language),
    },
  ]
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('nav.requests')}</h1>
          <p className="quiet">{t('requests.intro')}</p>
        </div>
      </div>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.requests.length === 0 && <Empty title={t('requests.none')}>{t('requests.noneNote')}</Empty>}
      {data && data.requests.length > 0 && (
        <DataTable rows={data.requests} columns={columns} rowKey={({ id }) => id} caption={t('requests.caption')} onOpen={({ id }) => go(`/requests/${id}`)} />
      )}
    </>
  )
}
