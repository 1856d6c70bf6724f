/** Selections of households: each with where it stands, then the criteria that people agreed on. One selection opens at its own address, and so does its draw. */
import './selection.css'
import { Link, Route, Switch } from 'wouter'
import { number, shortDate } from '../../../../portal/numbers.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { Unknown } from '../../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type CriteriaSet, type RunInList, useSelections } from '../../../api/selection.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { NewCriteria } from './NewCriteria.tsx'
import { NewRun } from './NewRun.tsx'
import { OneSelection } from './OneSelection.tsx'
import { SeedScreen } from './SeedScreen.tsx'
import { SignCriteria } from './SignCriteria.tsx'

export function SelectionTab() {
  return (
    <Switch>
      <Route path="/relief/selection/:id/seed">{({ id }) => <SeedScreen id={id} />}</Route>
      <Route path="/relief/selection/:id">{({ id }) => <OneSelection id={id} />}</Route>
      <Route component={Selections} />
    </Switch>
  )
}

function Selections() {
  const { t } = useWords()
  const runs = useHolds('coordinator', 'dataOfficer', 'clusterCoordinator')
  const { data, error } = useSelections()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <div className="selection">
      {data.runs.length === 0 ? <Empty title={t('selection.none')}>{t('selection.noneNote')}</Empty> : <RunTable runs={data.runs} />}
      <h2>{t('selection.sets')}</h2>
      {data.sets.length === 0 && <p className="quiet">{t('selection.noSets')}</p>}
      {data.sets.map((set) => (
        <CriteriaCard key={set.id} set={set} runs={runs} />
      ))}
      {runs && <NewCriteria />}
      {runs && data.sets.some(({ state }) => state === 'agreed') && <NewRun sets={data.sets} />}
    </div>
  )
}

function RunTable({ runs }: { runs: readonly RunInList[] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      rows={runs}
      rowKey={({ id }) => id}
      caption={t('relief.part.selection')}
      stacks
      columns={[
        {
          key: 'programme',
          title: t('selection.programme'),
          header: true,
          cell: ({ id, programme, number: n }) => <Link href={`/relief/selection/${id}`}>{`${programme}, ${n}`}</Link>,
        },
        { key: 'place', title: t('selection.place'), cell: ({ place, placeName }) => placeName ?? place },
        { key: 'state', title: t('selection.state'), cell: ({ state }) => t(`selection.state.${state}`) },
        {
          key: 'candidates',
          title: t('selection.candidates'),
          number: true,
          cell: ({ candidates }) => (candidates === null ? <Unknown /> : number(candidates, language)),
        },
        { key: 'selected', title: t('selection.selected'), number: true, cell: ({ selected, rankedHash }) => (rankedHash ? number(selected, language) : '–') },
        { key: 'appeals', title: t('selection.openAppeals'), number: true, cell: ({ openAppeals }) => number(openAppeals, language) },
      ]}
    />
  )
}

function CriteriaCard({ set, runs }: { set: CriteriaSet; runs: boolean }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  return (
    <section className="card">
      <h3>
        {mine(set.name)} <span className={set.state === 'agreed' ? 'quiet' : 'tag'}>{t(`selection.set.${set.state}`)}</span>
      </h3>
      <p className="quiet">
        {t('selection.setLine', { code: set.code, edition: set.edition, place: set.placeName ?? set.place })} · {set.source}
        {set.minutesOn && ` · ${t('selection.minutes', { day: shortDate(set.minutesOn, language), women: set.women ?? 0, men: set.men ?? 0 })}`}
      </p>
      <ul className="criteria">
        {set.criteria.map(({ code, question, points, kind, atMost }) => (
          <li key={code}>
            <strong>{number(points, language)}</strong> {mine(question)}
            {kind === 'each' && <span className="quiet"> ({t('selection.each', { n: atMost ?? 1 })})</span>}
          </li>
        ))}
      </ul>
      {runs && set.state === 'draft' && <SignCriteria id={set.id} />}
    </section>
  )
}
