/** One indicator: what it counts in words, its latest figure with method and coverage, every figure before it, what it is judged by, and the records behind. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { longDate, number, shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type IndicatorValue, type OneIndicator as Shown, useIndicator } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { Differences } from './Differences.tsx'
import { FigureForm } from './FigureForm.tsx'
import { useFigureText } from './figureText.ts'
import { HowFollowed } from './HowFollowed.tsx'
import { Marks } from './Marks.tsx'
import { RecordsBehind } from './RecordsBehind.tsx'
import { ValueSteps } from './ValueSteps.tsx'

export function OneIndicator({ code }: { code: string }) {
  const { t } = useWords()
  const { data, error } = useIndicator(code)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  return data ? <Page shown={data} /> : <WaitingPage />
}

function Page({ shown }: { shown: Shown }) {
  const { indicator, values } = shown
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const { text } = useFigureText()
  const mayCompute = useHolds('monitoring')
  const [area] = indicator.code.split('.')
  const [open, setOpen] = useState<string | null>(null)
  const columns: Column<IndicatorValue>[] = [
    {
      key: 'period',
      title: t('results.period'),
      header: true,
      cell: ({ fromDay, toDay }) => `${shortDate(fromDay, language)} – ${shortDate(toDay, language)}`,
    },
    { key: 'place', title: t('results.place'), cell: ({ scope }) => scope },
    { key: 'value', title: t('results.value'), cell: (value) => text(indicator, value) },
    {
      key: 'coverage',
      title: t('results.coverage'),
      cell: ({ expected, received }) =>
        expected === null || received === null ? (
          <span className="unknown">{t('results.coverageUnknown')}</span>
        ) : (
          t('results.reported', { received: number(received, language), expected: number(expected, language) })
        ),
    },
    { key: 'method', title: t('results.method'), cell: ({ method }) => named('valueMethod', method) },
    { key: 'state', title: t('results.state'), cell: ({ state }) => named('valueState', state) },
    { key: 'known', title: t('results.asKnown'), cell: ({ recordedAt, edition }) => `${longDate(recordedAt.slice(0, 10), language)} · ${edition}` },
    {
      key: 'open',
      title: t('results.details'),
      cell: ({ id }) => (
        <Button size="compact-sm" variant="default" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
          {t(open === id ? 'ask.shut' : 'results.details')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/strategy">{t('strategy.back')}</Link>
            {area !== 'X' && (
              <>
                {' › '}
                <Link href={`/strategy/${area}`}>{t('strategy.area', { number: area! })}</Link>
              </>
            )}
          </p>
          <h1>
            {indicator.code} {mine(indicator.name)}
          </h1>
        </div>
      </div>
      {values[0] ? <Latest shown={shown} value={values[0]} /> : <p className="unknown">{t('results.nobodyYet')}</p>}
      <dl className="facts">
        <Fact term={t('results.counted')} said={mine(indicator.counted)} />
        {indicator.denominator && <Fact term={t('results.outOf')} said={mine(indicator.denominator)} />}
        <Fact term={t('results.together')} said={named('aggregation', indicator.aggregation)} />
        <Fact
          term={t('results.source')}
          said={t(indicator.standsOnRecords ? 'results.computedFrom' : 'results.typedUntil', { part: named('domain', indicator.domain) })}
        />
        <Fact term={t('results.definition')} said={t('results.version', { n: indicator.version })} />
      </dl>
      {mayCompute && <FigureForm indicator={indicator} />}
      {values.length > 0 && <h2>{t('results.everyFigure')}</h2>}
      {values.length > 0 && (
        <DataTable
          rows={values}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('results.everyFigure')}
          isOpen={({ id }) => id === open}
          details={(value) => <Details value={value} />}
          stacks
        />
      )}
      <Differences differences={shown.differences} indicators={[indicator]} />
      <Marks shown={shown} />
      <HowFollowed shown={shown} />
    </>
  )
}

const Fact = ({ term, said }: { term: string; said: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{said}</dd>
  </div>
)

function Latest({ shown: { indicator, achievement }, value }: { shown: Shown; value: IndicatorValue }) {
  const { t, named, language } = useWords()
  const { text } = useFigureText()
  return (
    <p className="latest-figure">
      <b className={value.value === null ? 'unknown' : undefined}>{text(indicator, value)}</b>
      <span className="quiet">
        {t('results.ofPeriod', { from: longDate(value.fromDay, language), to: longDate(value.toDay, language), state: named('valueState', value.state) })}
      </span>
      <span>
        {'percent' in achievement
          ? t('results.achieved', { percent: number(Math.round(achievement.percent * 10) / 10, language) })
          : named('noPercent', achievement.undefined)}
      </span>
    </p>
  )
}

function Details({ value }: { value: IndicatorValue }) {
  const { t, named } = useWords()
  return (
    <div className="figure-details">
      {value.evidence && (
        <p>
          <b>{t('results.evidence')}:</b> {value.evidence}
        </p>
      )}
      {value.note && (
        <p>
          <b>{t('results.note')}:</b> {value.note}
        </p>
      )}
      {value.breakdowns?.map(({ by, parts }) => (
        <p key={by}>
          <b>{named('breakdown', by)}:</b>{' '}
          {parts
            .map(
              ({ key, ...part }) =>
                `${named('part', key)} ${part.value ?? t('results.parts', { numerator: part.numerator ?? 0, denominator: part.denominator ?? 0 })}`,
            )
            .join(' · ')}
        </p>
      ))}
      {value.verification && (
        <p>
          <b>{t('results.verification')}:</b> {value.verification}
        </p>
      )}
      {value.records !== null && <RecordsBehind value={value.id} />}
      <ValueSteps value={value} />
    </div>
  )
}
