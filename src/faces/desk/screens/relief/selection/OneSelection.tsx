/** One selection on the bench: where it stands and what comes next, what the list came to, and for those who may see answers why. */
import { Link } from 'wouter'
import { number } from '../../../../portal/numbers.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { Unknown } from '../../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type Line, type OneRun, selectionAt, selectionStates, useSelection } from '../../../api/selection.ts'
import { useHolds } from '../../../api/session.ts'
import { LifeSteps } from '../../../shell/LifeSteps.tsx'
import { useWords } from '../../../words/words.ts'
import { Appeals } from './Appeals.tsx'
import { BringList } from './BringList.tsx'
import { CommunityCheck } from './CommunityCheck.tsx'
import { Fairness } from './Fairness.tsx'
import { Reasons } from './Reasons.tsx'

const steppers = ['coordinator', 'dataOfficer', 'clusterCoordinator', 'chief']

export function OneSelection({ id }: { id: string }) {
  const { t, language } = useWords()
  const runs = useHolds('coordinator', 'dataOfficer', 'clusterCoordinator')
  const sees = useHolds('dataOfficer', 'clusterCoordinator')
  const { data: run, error } = useSelection(id)
  if (!run) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const { state } = run
  const isRanked = run.lines.length > 0
  return (
    <div className="selection">
      <p className="kicker">
        <Link href="/relief/selection">{t('relief.part.selection')}</Link>
      </p>
      <h2>{`${run.programme}, ${run.number} · ${run.placeName ?? run.place}`}</h2>
      <ol className="life" aria-label={t('bench.life')}>
        {selectionStates.map((each, at) => (
          <li
            key={each}
            className={at < selectionStates.indexOf(state) ? 'past' : each === state ? 'now' : 'to-come'}
            aria-current={each === state ? 'step' : undefined}
          >
            {t(`selection.state.${each}`)}
          </li>
        ))}
      </ol>
      <section className="card">
        <h3>{t('selection.next')}</h3>
        {runs && (state === 'criteria_agreed' || state === 'registered') && <BringList run={run} />}
        {state === 'candidates_frozen' && (
          <Link className="button" href={`/relief/selection/${id}/seed`}>
            {t('selection.toSeed')}
          </Link>
        )}
        {runs && state === 'community_check' && <CommunityCheck id={id} />}
        <LifeSteps key={state} domain="relief" path="selection-run" id={id} by={steppers} />
        {state === 'published' && <p>{t('selection.isPublished')}</p>}
      </section>
      <Facts run={run} />
      {isRanked && <Fairness run={run} mayAnswer={runs} />}
      {isRanked && sees && <Appeals run={run} />}
      {isRanked && (sees ? <Reasons run={run} /> : <Outcomes lines={run.lines} />)}
      {isRanked && (
        <p className="deeds">
          {(['pt', 'en'] as const).map((lang) => (
            <a key={lang} className="link" href={selectionAt(id, `note/${lang}`)}>
              {t(`selection.note.${lang}`)}
            </a>
          ))}
          {state === 'published' && (
            <a className="link" href={selectionAt(id, 'list.csv')}>
              {t('selection.listFile', { n: number(run.lines.length, language) })}
            </a>
          )}
        </p>
      )}
    </div>
  )
}

function Facts({ run }: { run: OneRun }) {
  const { t, language } = useWords()
  const { targeting, verified } = run
  const lines: [string, string | null][] = [
    [t('selection.candidates'), run.candidates === null ? null : number(run.candidates, language)],
    [t(`selection.begin.${run.cutKind}`), number(run.cut, language)],
    ...(run.cutKind === 'quota' ? ([[t('selection.begin.tiePolicy'), t(`selection.cut.${run.tiePolicy}`)]] as [string, string][]) : []),
    [t('selection.begin.tieBreaks'), [...run.tieBreaks, t('selection.lottery')].join(' → ')],
    ...(run.lines.length > 0 ? ([[t('selection.selected'), number(run.selected, language)]] as [string, string][]) : []),
    ...(run.candidates === null ? [] : ([[t('selection.unanswered'), number(run.unanswered, language)]] as [string, string][])),
    ...(run.seed ? ([[t('selection.seed'), run.seed]] as [string, string][]) : []),
    ...(targeting ? ([[t('selection.targeting'), t('selection.targetingLine', targeting)]] as [string, string][]) : []),
  ]
  return (
    <section className="card">
      <dl className="facts">
        {lines.map(([title, said]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{said ?? <Unknown />}</dd>
          </div>
        ))}
      </dl>
      {run.candidatesHash && verified && (
        <p className={verified.candidates === 'same' ? 'quiet' : 'missing'}>
          {t(verified.candidates === 'same' ? 'selection.frozenSame' : 'selection.frozenDiffers')} <span className="hash-line">{run.candidatesHash}</span>
        </p>
      )}
      {run.rankedHash && verified && (
        <p className={verified.ranked === 'same' ? 'quiet' : 'missing'}>
          {t(verified.ranked === 'same' ? 'selection.rankedSame' : 'selection.rankedDiffers')} <span className="hash-line">{run.rankedHash}</span>
        </p>
      )}
    </section>
  )
}

function Outcomes({ lines }: { lines: readonly Line[] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      rows={lines}
      rowKey={({ household }) => household}
      caption={t('selection.outcomes')}
      columns={[
        { key: 'rank', title: t('selection.rank'), number: true, cell: ({ rank }) => (rank === null ? '–' : number(rank, language)) },
        { key: 'household', title: t('selection.household'), header: true, cell: ({ household }) => household },
        {
          key: 'outcome',
          title: t('selection.outcome'),
          cell: ({ outcome, basis }) => `${t(`selection.outcome.${outcome}`)}${basis === 'appeal' ? ` (${t('selection.byAppeal')})` : ''}`,
        },
      ]}
    />
  )
}
