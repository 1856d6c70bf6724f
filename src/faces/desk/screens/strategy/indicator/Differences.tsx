/** Where a typed figure and the records say different things of the same days: both, and by how much. */
import { Link } from 'wouter'
import { number, percent, shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import type { Difference, Indicator } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'
import { useFigureText } from './figureText.ts'

export function Differences({ differences, indicators }: { differences: readonly Difference[]; indicators: readonly Indicator[] }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const { inUnit } = useFigureText()
  if (differences.length === 0) return null
  const indicatorOf = ({ indicator }: Difference) => indicators.find(({ code }) => code === indicator)
  const said = (difference: Difference, value: number | null) => {
    const indicator = indicatorOf(difference)
    return value === null || !indicator ? <span className="unknown">{t('unknown')}</span> : inUnit(indicator, value)
  }
  const apart = (difference: Difference) => {
    const { entered, computed } = difference
    if (entered === null || computed === null) return null
    const isRatio = indicatorOf(difference)?.aggregation === 'ratio'
    return isRatio ? percent((computed - entered) * 100, language, 'always') : number(computed - entered, language)
  }
  const columns: Column<Difference>[] = [
    {
      key: 'name',
      title: t('results.indicator'),
      header: true,
      cell: (difference) => (
        <Link href={`/strategy/indicators/${difference.indicator}`}>
          {difference.indicator} {mine(indicatorOf(difference)?.name ?? { pt: '', en: '' })}
        </Link>
      ),
    },
    {
      key: 'period',
      title: t('results.period'),
      cell: ({ fromDay, toDay, scope }) => `${shortDate(fromDay, language)} – ${shortDate(toDay, language)} · ${scope}`,
    },
    { key: 'entered', title: t('valueMethod.entered'), cell: (difference) => said(difference, difference.entered) },
    { key: 'computed', title: t('valueMethod.computed'), cell: (difference) => said(difference, difference.computed) },
    { key: 'apart', title: t('results.apart'), cell: apart },
    { key: 'evidence', title: t('results.evidence'), cell: ({ evidence }) => evidence },
  ]
  return (
    <section>
      <h2 className="after-table">{t('results.differences')}</h2>
      <p className="quiet small">{t('results.differencesNote')}</p>
      <DataTable
        rows={differences}
        columns={columns}
        rowKey={({ indicator, scope, fromDay, toDay }) => `${indicator} ${scope} ${fromDay} ${toDay}`}
        caption={t('results.differences')}
        stacks
      />
    </section>
  )
}
