/** The Monday list of monitoring: what moved oddly, what waits for a second person, where there is silence, and how good the data are. */
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { longDate, number, percent, shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Bench, type CheckedIndicator, type SilentIndicator, useBench, type WaitingFigure } from '../../../api/followUp.ts'
import { type Indicator, resultsReaders, useIndicators, useResultsDeed } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { Differences } from '../indicator/Differences.tsx'
import { useFigureText } from '../indicator/figureText.ts'
import { ValueSteps } from '../indicator/ValueSteps.tsx'
import { StrategyTabs } from '../StrategyTabs.tsx'
import { QualityForm } from './QualityForm.tsx'
import { VisitsDue } from './VisitsDue.tsx'

export function VerificationBench() {
  const { t } = useWords()
  const { data, error } = useBench()
  const { data: catalogue } = useIndicators(useHolds(...resultsReaders))
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('followUp.title')}</h1>
          <p className="quiet">{t('followUp.intro')}</p>
        </div>
      </div>
      <StrategyTabs />
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && <Lists bench={data} indicators={catalogue?.indicators ?? []} />}
    </>
  )
}

function Lists({ bench, indicators }: { bench: Bench; indicators: Indicator[] }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const mayCheck = useHolds('monitoring')
  const nameOf = (code: string) => {
    const found = indicators.find((each) => each.code === code)
    return (
      <Link href={`/strategy/indicators/${code}`}>
        {code} {found && mine(found.name)}
      </Link>
    )
  }
  const silence: Column<SilentIndicator>[] = [
    { key: 'name', title: t('results.indicator'), header: true, cell: ({ indicator }) => nameOf(indicator) },
    {
      key: 'last',
      title: t('followUp.lastDay'),
      cell: ({ lastDay }) => (lastDay ? longDate(lastDay, language) : <span className="unknown">{t('followUp.never')}</span>),
    },
    {
      key: 'who',
      title: t('followUp.responsible'),
      cell: ({ responsible }) => responsible ?? <span className="unknown">{t('followUp.nobody')}</span>,
    },
  ]
  const quality: Column<CheckedIndicator>[] = [
    { key: 'name', title: t('results.indicator'), header: true, cell: ({ indicator }) => nameOf(indicator) },
    { key: 'day', title: t('followUp.checkedOn'), cell: ({ day }) => day && longDate(day, language) },
    {
      key: 'lowest',
      title: t('followUp.lowest'),
      cell: ({ lowest, of }) => lowest && t('followUp.lowestOf', { mark: lowest, of: of.map((name) => named('qualityMark', name)) }),
    },
    {
      key: 'sample',
      title: t('followUp.recount'),
      cell: ({ sampleSize, sampleAgreed }) =>
        sampleSize === null || sampleAgreed === null ? (
          <span className="unknown">{t('followUp.noRecount')}</span>
        ) : (
          t('followUp.agreed', { agreed: number(sampleAgreed, language), size: number(sampleSize, language) })
        ),
    },
  ]
  const checked = bench.checks.filter(({ day }) => day !== null)
  return (
    <>
      <h2>{t('followUp.waiting')}</h2>
      {bench.waiting.length === 0 ? <p className="quiet">{t('followUp.nothingWaits')}</p> : <Waiting bench={bench} indicators={indicators} />}
      <Differences differences={bench.differences} indicators={indicators} />
      <VisitsDue visits={bench.visits} />
      <h2 className="after-table">{t('followUp.quality')}</h2>
      <p className="quiet small">{t('followUp.qualityNote', { checked: checked.length, all: bench.checks.length })}</p>
      {checked.length > 0 && <DataTable rows={checked} columns={quality} rowKey={({ indicator }) => indicator} caption={t('followUp.quality')} stacks />}
      {mayCheck && <QualityForm indicators={indicators} />}
      <h2 className="after-table">{t('followUp.silence')}</h2>
      <p className="quiet small">{t('followUp.silenceNote')}</p>
      <DataTable rows={bench.silent} columns={silence} rowKey={({ indicator }) => indicator} caption={t('followUp.silence')} stacks />
    </>
  )
}

function Waiting({ bench: { waiting, oddPercent }, indicators }: { bench: Bench; indicators: Indicator[] }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const { text, inUnit } = useFigureText()
  const [open, setOpen] = useState<string | null>(null)
  const approving = useResultsDeed((id: string) => post(`/api/results/indicator-value/${id}/steps/approve`))
  const indicatorOf = (code: string) => indicators.find((each) => each.code === code)
  const columns: Column<WaitingFigure>[] = [
    {
      key: 'name',
      title: t('results.indicator'),
      header: true,
      cell: (figure) => (
        <>
          <button type="button" className="link" aria-expanded={open === figure.id} onClick={() => setOpen(open === figure.id ? null : figure.id)}>
            {figure.indicator} {mine(indicatorOf(figure.indicator)?.name ?? { pt: '', en: '' })}
          </button>
          {figure.mine && <small className="planned-why">{t('followUp.mine')}</small>}
        </>
      ),
    },
    {
      key: 'period',
      title: t('results.period'),
      cell: ({ fromDay, toDay, scope }) => `${shortDate(fromDay, language)} – ${shortDate(toDay, language)} · ${scope}`,
    },
    {
      key: 'value',
      title: t('results.value'),
      cell: (figure) => {
        const indicator = indicatorOf(figure.indicator)
        return indicator ? text(indicator, figure) : figure.value
      },
    },
    {
      key: 'before',
      title: t('followUp.before'),
      cell: ({ indicator: code, before }) => {
        const indicator = indicatorOf(code)
        return before === null || !indicator ? <span className="unknown">{t('followUp.noBefore')}</span> : inUnit(indicator, before)
      },
    },
    {
      key: 'moved',
      title: t('followUp.moved'),
      cell: ({ moved, odd }) =>
        moved === null ? null : odd ? (
          <>
            <span className="odd">{percent(moved * 100, language, 'always')}</span> <small>{t('followUp.odd', { limit: number(oddPercent, language) })}</small>
          </>
        ) : (
          percent(moved * 100, language, 'always')
        ),
    },
    { key: 'state', title: t('results.state'), cell: ({ state }) => named('valueState', state) },
  ]
  return (
    <>
      <p className="quiet small">{t('followUp.keys')}</p>
      <Refusals refusals={refusalsOf(approving.error)} focus />
      <DataTable
        rows={waiting}
        columns={columns}
        rowKey={({ id }) => id}
        caption={t('followUp.waiting')}
        onOpen={({ indicator }) => go(`/strategy/indicators/${indicator}`)}
        rowKeys={{ v: ({ id }) => setOpen(id), a: ({ id, state }) => state === 'verified' && approving.mutate(id) }}
        isOpen={({ id }) => id === open}
        details={(figure) => <ValueSteps value={figure} />}
        stacks
      />
    </>
  )
}
