/** Rounds of monitoring after distribution: each with its visits; one opens at its own address. */
import '../selection/selection.css'
import { Link, Route, Switch } from 'wouter'
import { number, shortDate } from '../../../../portal/numbers.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { useRounds } from '../../../api/pdm.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { NewRound } from './NewRound.tsx'
import { OneRound } from './OneRound.tsx'

export function MonitoringTab() {
  return (
    <Switch>
      <Route path="/relief/monitoring/:id">{({ id }) => <OneRound id={id} />}</Route>
      <Route component={RoundTable} />
    </Switch>
  )
}

function RoundTable() {
  const { t, language } = useWords()
  const mine = useBilingual()
  const leads = useHolds('monitoring', 'clusterCoordinator', 'dataOfficer')
  const { data, error } = useRounds()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <div className="selection">
      {data.rounds.length === 0 ? (
        <Empty title={t('pdm.none')}>{t('pdm.noneNote')}</Empty>
      ) : (
        <DataTable
          rows={data.rounds}
          rowKey={({ id }) => id}
          caption={t('relief.part.monitoring')}
          stacks
          columns={[
            {
              key: 'title',
              title: t('pdm.round'),
              header: true,
              cell: ({ id, title, code }) => <Link href={`/relief/monitoring/${id}`}>{`${mine(title)} (${code})`}</Link>,
            },
            { key: 'place', title: t('selection.place'), cell: ({ place, placeName }) => placeName ?? place },
            { key: 'state', title: t('selection.state'), cell: ({ state }) => t(`pdm.state.${state}`) },
            {
              key: 'window',
              title: t('pdm.window'),
              cell: ({ windowFrom, windowTo }) => `${shortDate(windowFrom, language)} – ${shortDate(windowTo, language)}`,
            },
            { key: 'drawn', title: t('pdm.drawn'), number: true, cell: ({ drawn }) => number(drawn, language) },
            { key: 'answered', title: t('pdm.answered'), number: true, cell: ({ answered }) => number(answered, language) },
          ]}
        />
      )}
      {leads && <NewRound />}
    </div>
  )
}
