/** Present, reached, on the way, gap: what nobody knows says so, and no gap is made of it. */
import { number } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { CountText } from '../../../../ui/Unknown.tsx'
import type { GapRow } from '../../../api/pipeline.ts'
import { type Say, useWords } from '../../../words/words.ts'

const ofPresent = ({ presentFrom: from }: GapRow, t: Say) => (from ? t('gap.roundSource', from) : t('gap.noRound'))
const ofReports = ({ reachedFrom: from }: GapRow, t: Say) => (from ? t('gap.reports', { n: from.reports.length, ageDays: from.ageDays }) : t('gap.noReports'))
const ofRequests = ({ onTheWayFrom: from }: GapRow, t: Say) =>
  from ? t('gap.requests', { n: from.requests.length, ageDays: from.ageDays }) : t('gap.noRequests')

export function GapTable({ rows }: { rows: readonly GapRow[] }) {
  const { t, language } = useWords()
  const print = (value: number) => number(value, language)
  const known = (value: GapRow['gap']) => (typeof value === 'number' ? value : null)
  const columns: Column<GapRow>[] = [
    { key: 'district', title: t('gap.district'), header: true, value: ({ name }) => name, cell: ({ name }) => name },
    {
      ...{ key: 'present', title: t('gap.present'), number: true, value: ({ present }) => known(present) },
      cell: (row) => (
        <>
          <CountText value={row.present} />
          <small className="lacking">{ofPresent(row, t)}</small>
        </>
      ),
    },
    {
      ...{ key: 'reached', title: t('gap.reached'), number: true, value: ({ reached }) => reached },
      cell: (row) => (
        <>
          {print(row.reached)} {row.reachedMost > row.reached && t('gap.most', { n: print(row.reachedMost) })}
          <small className="lacking">{ofReports(row, t)}</small>
        </>
      ),
    },
    {
      ...{ key: 'onTheWay', title: t('gap.onTheWay'), number: true, value: ({ onTheWay }) => onTheWay },
      cell: (row) => (
        <>
          {print(row.onTheWay)}
          <small className="lacking">{ofRequests(row, t)}</small>
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
