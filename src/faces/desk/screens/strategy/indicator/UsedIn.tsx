/** Of a record: the figures of the strategy that were computed from it, and the published reports in which they stand. Nothing where there are none. */
import { Link } from 'wouter'
import { shortDate } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import { type FigureWithRecord, resultsReaders, useUsedIn } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'

export function UsedIn({ record, id }: { record: string; id: string }) {
  const { t } = useWords()
  const { data } = useUsedIn(record, id, useHolds(...resultsReaders))
  if (!data || data.figures.length === 0) return null
  return (
    <section>
      <h2 className="after-table">{t('results.usedIn')}</h2>
      <ul className="used-in">
        {data.figures.map((figure) => (
          <OneUse key={figure.id} figure={figure} />
        ))}
      </ul>
    </section>
  )
}

function OneUse({ figure: { indicator, fromDay, toDay, edition, state, reports } }: { figure: FigureWithRecord }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  return (
    <li>
      <Link href={`/strategy/indicators/${indicator}`}>{t('results.figureOf', { indicator })}</Link>, {shortDate(fromDay, language)} –{' '}
      {shortDate(toDay, language)}, {t('reports.editionOf', { n: edition })} · {named('valueState', state)}
      {reports.length === 0 ? (
        <small className="quiet"> · {t('results.notPublished')}</small>
      ) : (
        <ul>
          {reports.map((report) => (
            <li key={report.id}>
              <a href={`/${language}/publications/${report.slug}`}>
                {t(`reports.kind.${report.kind}`)}
                {report.about && `: ${mine(report.about)}`}, {shortDate(report.fromDay, language)} – {shortDate(report.toDay, language)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
