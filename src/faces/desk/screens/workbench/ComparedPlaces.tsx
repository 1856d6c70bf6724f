/** Place by place: the two figures, the method and outcome of each, and a word beside what stands out. */
import { Link } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import type { ComparedPlace, Comparison, Workbench } from '../../api/displacement.ts'
import { pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { ChangeText } from './ChangeText.tsx'
import { figureColumn } from './columns.tsx'

export function ComparedPlaces({ bench, comparison, places }: { bench: Workbench; comparison: Comparison; places: ComparedPlace[] }) {
  const { t, named, language } = useWords()
  if (places.length === 0) return <Empty title={t('bench.noneFit')} />
  const districtName = (pcode: string | null) => bench.districts.find((district) => district.pcode === pcode)?.name ?? pcode ?? ''
  const sides = (before: string | null, after: string | null) =>
    before === after ? named('value', after) : `${before ? named('value', before) : t('unknown')} → ${after ? named('value', after) : t('unknown')}`
  const columns: Column<ComparedPlace>[] = [
    {
      key: 'name',
      title: t('bench.place'),
      header: true,
      value: ({ name }) => name,
      cell: ({ name, district }) => (district ? <Link href={`${pathOfRound(bench.round.id)}?district=${district}`}>{name}</Link> : name),
    },
    { key: 'district', title: t('bench.district'), value: ({ district }) => districtName(district), cell: ({ district }) => districtName(district) },
    { key: 'group', title: t('bench.group'), value: ({ group }) => group, cell: ({ group }) => t(`group.${group}`) },
    {
      ...figureColumn<ComparedPlace>('from', t('home.round', { round: String(comparison.from.number) }), ({ from }) => from),
      cell: ({ from, group }) => (group === 'new' && from === null ? <span className="quiet">{t('group.new')}</span> : <CountText value={from} />),
    },
    {
      ...figureColumn<ComparedPlace>('to', t('home.round', { round: String(comparison.to.number) }), ({ to }) => to),
      cell: ({ to, group }) => (group === 'lost' && to === null ? <span className="quiet">{t('group.lost')}</span> : <CountText value={to} />),
    },
    {
      key: 'change',
      title: t('bench.change'),
      number: true,
      value: ({ change }) => (change === null ? null : Math.abs(change)),
      cell: ({ from, to }) => <ChangeText now={to} before={from} language={language} />,
    },
    {
      key: 'outlier',
      title: t('bench.outlier'),
      value: ({ outlier }) => outlier ?? null,
      cell: ({ outlier }) =>
        (outlier ?? null) !== null && (
          <b className="odd warnings" title={t('bench.outlierHint', { z: number(outlier!, language) })}>
            {t('bench.outlier')}
          </b>
        ),
    },
    {
      key: 'method',
      title: t('bench.methodChange'),
      cell: ({ methodFrom, methodTo, outcomeFrom, outcomeTo }) => (
        <small className="quiet">
          {sides(methodFrom, methodTo)}
          {outcomeFrom !== outcomeTo && `; ${sides(outcomeFrom, outcomeTo)}`}
        </small>
      ),
    },
  ]
  return (
    <DataTable rows={places} columns={columns} rowKey={({ place }) => place} caption={t('bench.compare')} sort={{ key: 'change', descending: true }} totals />
  )
}
