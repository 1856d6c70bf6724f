/** Where places were visited and where not: a share, so shades; the list beside it says the same. */
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { Coverage, visitedShare } from '../../../ui/Coverage.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { MapOnDemand } from '../../../ui/MapOnDemand.tsx'
import type { District } from '../../api/displacement.ts'
import { useAreas } from '../../api/places.ts'
import { pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import type { TabGiven } from './Workbench.tsx'

export function CoverageMapTab({ bench }: TabGiven) {
  const { t } = useWords()
  const [, go] = useLocation()
  const { data: areas } = useAreas(2)
  const shares = useMemo(
    () => bench.districts.map(({ pcode, name, expected, assessed }) => ({ pcode, name, value: expected > 0 ? assessed / expected : null })),
    [bench.districts],
  )
  const open = (pcode: string) => {
    if (bench.districts.some((district) => district.pcode === pcode)) go(`${pathOfRound(bench.round.id)}?district=${pcode}`)
  }
  const columns: Column<District>[] = [
    {
      key: 'name',
      title: t('bench.district'),
      header: true,
      value: ({ name }) => name,
      cell: ({ pcode, name }) => (
        <button type="button" className="link" onClick={() => open(pcode)}>
          {name}
        </button>
      ),
    },
    {
      key: 'share',
      title: t('bench.share'),
      number: true,
      value: ({ assessed, expected }) => (expected ? assessed / expected : null),
      cell: (row) => visitedShare(row),
    },
    { key: 'strip', title: t('home.coverage'), cell: (row) => <Coverage counts={row} /> },
  ]
  return (
    <div className="map-and-list">
      <MapOnDemand areas={areas} shares={shares} label={t('bench.mapLabel')} legendTitle={t('bench.mapLegend')} onChoose={open} />
      <DataTable
        rows={bench.districts}
        columns={columns}
        rowKey={({ pcode }) => pcode}
        caption={t('bench.board')}
        sort={{ key: 'share', descending: false }}
        onOpen={({ pcode }) => open(pcode)}
      />
    </div>
  )
}
