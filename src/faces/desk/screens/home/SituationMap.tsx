/** Where displaced people are: circles by area on our own boundaries, and the list that says the same. */
import { useMemo, useState } from 'react'
import { percent } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { MapOnDemand } from '../../../ui/MapOnDemand.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import type { Situation } from '../../api/displacement.ts'
import { useAreas } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'

type Area = Situation['areas'][number]

/** The finest level that the figures carry, but never finer than the district. */
export function SituationMap({ situation }: { situation: Situation }) {
  const { t, language } = useWords()
  const [selected, setSelected] = useState<string | null>(null)
  const level = situation.areas.some((area) => area.level === 2) ? 2 : 1
  const { data: areas } = useAreas(level)
  const shown = useMemo(() => situation.areas.filter((area) => area.level === level), [situation, level])
  const circles = useMemo(() => shown.map(({ pcode, name, individuals }) => ({ pcode, name, value: individuals })), [shown])
  const total = typeof situation.individuals === 'number' ? situation.individuals : null
  const known = (area: Area) => (typeof area.individuals === 'number' ? area.individuals : null)
  const columns: Column<Area>[] = [
    {
      key: 'name',
      title: t('home.area'),
      header: true,
      value: ({ name }) => name,
      cell: ({ pcode, name }) => (
        <button type="button" className="link" aria-pressed={pcode === selected} onClick={() => setSelected(pcode === selected ? null : pcode)}>
          {name}
        </button>
      ),
    },
    { key: 'people', title: t('home.displaced'), number: true, value: known, cell: ({ individuals }) => <CountText value={individuals} />, total: true },
    {
      key: 'share',
      title: t('home.share'),
      number: true,
      value: known,
      cell: (area) => {
        const people = known(area)
        return people === null || !total ? <CountText value={null} /> : percent((100 * people) / total, language)
      },
    },
  ]
  return (
    <section className="map-and-list">
      <MapOnDemand
        areas={areas}
        circles={circles}
        label={t('home.map', { operation: situation.operation.name })}
        legendTitle={t('home.displaced')}
        selected={selected}
        onChoose={setSelected}
      />
      <DataTable
        rows={shown}
        columns={columns}
        rowKey={({ pcode }) => pcode}
        caption={t('home.mapList')}
        sort={{ key: 'people', descending: true }}
        onOpen={({ pcode }) => setSelected(pcode)}
        isOpen={({ pcode }) => pcode === selected}
        totals
      />
    </section>
  )
}
