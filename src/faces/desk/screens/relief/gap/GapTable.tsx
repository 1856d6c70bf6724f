/** Present, reached, on the way, gap: what nobody knows says so, and no gap is made of it. */
import { Link } from 'wouter'
import { number } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { CountText } from '../../../../ui/Unknown.tsx'
import type { GapRow } from '../../../api/pipeline.ts'
import { pathOfRecord } from '../../../navigation.ts'
import { useWords } from '../../../words/words.ts'

function Source({ from }: { from: GapRow['presentFrom'] }) {
  const { t, language } = useWords()
  if (!from) return <small className="lacking">{t('gap.noRound')}</small>
  const { operation, round, ageDays, slug } = from
  return (
    <small className="lacking">
      <a href={`/${language}/publications/${slug}`}>{t('gap.roundSource', { operation, round, ageDays })}</a>
    </small>
  )
}

/** Opens to the records that the figure was made of. */
function Records({ record, ids, words }: { record: string; ids: readonly string[]; words: string }) {
  if (ids.length === 0) return <small className="lacking">{words}</small>
  return (
    <details className="small">
      <summary>{words}</summary>
      {ids.map((id, at) => (
        <Link key={id} href={pathOfRecord(record, id)}>
          {at + 1}{' '}
        </Link>
      ))}
    </details>
  )
}

export function GapTable({ rows }: { rows: readonly GapRow[] }) {
  const { t, language } = useWords()
  const print = (value: number) => number(value, language)
  const ofReports = ({ reachedFrom: from }: GapRow) => (from ? t('gap.reports', { n: from.reports.length, ageDays: from.ageDays }) : t('gap.noReports'))
  const ofRequests = ({ onTheWayFrom: from }: GapRow) => (from ? t('gap.requests', { n: from.requests.length, ageDays: from.ageDays }) : t('gap.noRequests'))
  const known = (value: GapRow['gap']) => (typeof value === 'number' ? value : null)
  const columns: Column<GapRow>[] = [
    { key: 'district', title: t('gap.district'), header: true, value: ({ name }) => name, cell: ({ name }) => name },
    {
      ...{ key: 'present', title: t('gap.present'), number: true, value: ({ present }) => known(present) },
      cell: (row) => (
        <>
          <CountText value={row.present} />
          <Source from={row.presentFrom} />
        </>
      ),
    },
    {
      ...{ key: 'reached', title: t('gap.reached'), number: true, value: ({ reached }) => reached },
      cell: (row) => (
        <>
          {print(row.reached)} {row.reachedMost > row.reached && t('gap.most', { n: print(row.reachedMost) })}
          {row.reachedFrom && row.reachedFrom.handedOver > 0 && <small className="lacking">{t('gap.handed', { n: row.reachedFrom.handedOver })}</small>}
          {(!row.reachedFrom || row.reachedFrom.reports.length > 0) && (
            <Records record="relief.request_report" ids={row.reachedFrom?.reports ?? []} words={ofReports(row)} />
          )}
        </>
      ),
    },
    {
      ...{ key: 'onTheWay', title: t('gap.onTheWay'), number: true, value: ({ onTheWay }) => onTheWay },
      cell: (row) => (
        <>
          {print(row.onTheWay)}
          <Records record="relief.request" ids={row.onTheWayFrom?.requests ?? []} words={ofRequests(row)} />
        </>
      ),
    },
    {
      ...{ key: 'gap', title: t('gap.gap'), number: true, value: ({ gap }) => known(gap) },
      cell: ({ gap, over }) => (
        <>
          <strong>
            <CountText value={gap} />
          </strong>
          {over > 0 && <span className="tag">{t('gap.over', { n: print(over) })}</span>}
        </>
      ),
    },
  ]
  return <DataTable rows={rows} columns={columns} rowKey={({ district }) => district} caption={t('gap.gap')} sort={{ key: 'gap', descending: true }} stacks />
}
