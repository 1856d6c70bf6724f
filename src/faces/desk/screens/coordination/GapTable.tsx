/** People in need who were not reached, where a need is known; where none is, the gap is unknown, and the screen says so. */

import { Link } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { withQuery } from '../../api/ask.ts'
import type { About, GapRow, Reach } from '../../api/fourW.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function GapTable({ reach: { gaps, gapsJudged, places }, about }: { reach: Reach; about: About }) {
  const { t, named, language } = useWords()
  const mayAdd = useHolds('clusterCoordinator', 'dataOfficer')
  const known = gaps.filter(({ inNeed }) => typeof inNeed === 'number')
  const nameOf = ({ place }: GapRow) => places[place]?.name ?? place
  const columns: Column<GapRow>[] = [
    { key: 'district', title: t('fourW.district'), header: true, value: nameOf, cell: nameOf },
    { key: 'sector', title: t('fourW.sector'), value: ({ sector }) => named('sector', sector), cell: ({ sector }) => named('sector', sector) },
    {
      key: 'need',
      title: t('fourW.inNeed'),
      number: true,
      value: ({ inNeed }) => (typeof inNeed === 'number' ? inNeed : null),
      cell: ({ inNeed }) => <CountText value={inNeed} />,
    },
    {
      key: 'least',
      title: t('fourW.gapLeast'),
      number: true,
      value: ({ least }) => (typeof least === 'number' ? least : null),
      cell: ({ least }) => <CountText value={least} />,
    },
    {
      key: 'most',
      title: t('fourW.gapMost'),
      number: true,
      value: ({ most }) => (typeof most === 'number' ? most : null),
      cell: ({ most }) => <CountText value={most} />,
    },
    { key: 'over', title: t('fourW.over'), cell: ({ overReached }) => (overReached ? t('fourW.overReached') : '') },
  ]
  return (
    <>
      <h2 className="after-table">{t('fourW.gaps')}</h2>
      <p className="small quiet">
        {t('fourW.gapsNote', { judged: gapsJudged, of: gaps.length })}{' '}
        {mayAdd && <Link href="/records/coordination/place-figure/new">{t('fourW.addNeed')}</Link>}
      </p>
      {gaps.length > 0 && (
        <p className="deeds">
          <a href={withQuery('/api/coordination/print/gaps', { ...about, lang: language })}>{t('fourW.gapPaper')}</a>
        </p>
      )}
      {known.length > 0 && <DataTable rows={known} columns={columns} rowKey={({ place, sector }) => `${place} ${sector}`} caption={t('fourW.gaps')} />}
    </>
  )
}
