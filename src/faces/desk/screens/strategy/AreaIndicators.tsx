/** The indicators of one focus area, or of the whole mission (X), with their latest figures: what is known, what nobody knows, and what no part of the product counts yet. */
import { useLocation } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Indicator, type IndicatorValue, resultsReaders, useIndicators } from '../../api/results.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { useFigureText } from './indicator/figureText.ts'

type Line = Indicator & { latest: IndicatorValue | null }

export function AreaIndicators({ area }: { area: string }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const { text } = useFigureText()
  const { data, error } = useIndicators(useHolds(...resultsReaders))
  const lines = (data?.indicators ?? []).filter(({ code }) => code.startsWith(`${area}.`))
  const columns: Column<Line>[] = [
    { key: 'code', title: t('results.code'), header: true, cell: ({ code }) => code },
    { key: 'name', title: t('results.indicator'), cell: ({ name }) => mine(name) },
    {
      key: 'figure',
      title: t('results.latest'),
      cell: (line) => (line.latest ? text(line, line.latest) : <span className="unknown">{t('results.nobodyYet')}</span>),
    },
    {
      key: 'period',
      title: t('results.period'),
      cell: ({ latest }) => latest && `${shortDate(latest.fromDay, language)} – ${shortDate(latest.toDay, language)}`,
    },
    { key: 'state', title: t('results.state'), cell: ({ latest }) => latest && named('valueState', latest.state) },
    {
      key: 'source',
      title: t('results.source'),
      cell: ({ standsOnRecords, domain }) =>
        standsOnRecords ? (
          t('results.computedFrom', { part: named('domain', domain) })
        ) : (
          <span className="quiet">{t('results.typedUntil', { part: named('domain', domain) })}</span>
        ),
    },
  ]
  if (!data && !error) return null
  const title = t(area === 'X' ? 'results.wholeMission' : 'results.indicators')
  return (
    <>
      <h2 className="after-table">{title}</h2>
      <Refusals refusals={refusalsOf(error)} />
      {data && <p className="quiet small">{mine(data.definedBy)}</p>}
      <DataTable rows={lines} columns={columns} rowKey={({ code }) => code} caption={title} onOpen={({ code }) => go(`/strategy/indicators/${code}`)} stacks />
    </>
  )
}
