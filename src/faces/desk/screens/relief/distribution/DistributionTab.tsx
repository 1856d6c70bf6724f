/** Distributions: those that were planned, and one of them from the plan to the last bale. */
import { Link, Route, Switch } from 'wouter'
import { shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type Distribution, useDistributions } from '../../../api/distributions.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { NewDistribution } from './NewDistribution.tsx'
import { OneDistribution } from './OneDistribution.tsx'

function All() {
  const { t, named, language } = useWords()
  const leads = useHolds('clusterCoordinator')
  const { data, error } = useDistributions()
  const columns: Column<Distribution>[] = [
    {
      key: 'code',
      title: t('distribution.code'),
      header: true,
      value: ({ code }) => code,
      cell: ({ id, code, name }) => (
        <Link href={`/relief/distribution/${id}`}>
          {code} · {name}
        </Link>
      ),
    },
    { key: 'point', title: t('distribution.point'), value: ({ point }) => point, cell: ({ point }) => point },
    { key: 'day', title: t('distribution.day'), value: ({ day }) => day, cell: ({ day }) => shortDate(day, language) },
    {
      key: 'state',
      title: t('distribution.state'),
      value: ({ state }) => state,
      cell: ({ state }) => <span className="tag">{named('distribution.is', state)}</span>,
    },
  ]
  return (
    <div className="distribution-parts">
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.distributions.length === 0 && <Empty title={t('distribution.none')}>{t('distribution.noneNote')}</Empty>}
      {data && data.distributions.length > 0 && (
        <DataTable rows={data.distributions} columns={columns} rowKey={({ id }) => id} caption={t('relief.part.distribution')} />
      )}
      {leads && <NewDistribution />}
    </div>
  )
}

export const DistributionTab = () => (
  <Switch>
    <Route path="/relief/distribution">
      <All />
    </Route>
    <Route path="/relief/distribution/:id">{({ id }) => <OneDistribution key={id} id={id} />}</Route>
  </Switch>
)
