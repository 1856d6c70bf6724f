/** The newest period of which several places have a figure: shares as shades, numbers as circles, and the list that says the same. A place without a figure is unknown. */
import { longDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { MapOnDemand } from '../../../../ui/MapOnDemand.tsx'
import { useAreas } from '../../../api/places.ts'
import type { Indicator, IndicatorValue } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'
import { useFigureText } from './figureText.ts'
import type { PlacePeriod } from './seriesOf.ts'

/** MZ01 is a province, MZ0109 a district. */
const levelOf = (pcode: string) => (pcode.length <= 4 ? 1 : 2)

export function ByPlace({ indicator, period: { fromDay, toDay, places } }: { indicator: Indicator; period: PlacePeriod }) {
  const { t, language } = useWords()
  const { text } = useFigureText()
  const level = places.filter(({ scope }) => levelOf(scope) === 1).length >= places.length / 2 ? 1 : 2
  const { data: areas } = useAreas(level)
  const nameOf = (pcode: string) => areas?.features.find(({ properties }) => properties.pcode === pcode)?.properties.name ?? pcode
  const shown = places.filter(({ scope }) => levelOf(scope) === level)
  const onMap = shown.map(({ scope, value }) => ({ pcode: scope, name: nameOf(scope), value }))
  const columns: Column<IndicatorValue>[] = [
    { key: 'place', title: t('results.place'), header: true, value: ({ scope }) => nameOf(scope), cell: ({ scope }) => nameOf(scope) },
    { key: 'value', title: t('results.value'), value: ({ value }) => value, cell: (value) => text(indicator, value) },
  ]
  return (
    <>
      <h2 className="after-table">{t('results.byPlace', { from: longDate(fromDay, language), to: longDate(toDay, language) })}</h2>
      <section className="map-and-list">
        <MapOnDemand
          areas={areas}
          {...(indicator.aggregation === 'ratio'
            ? { shares: onMap }
            : { circles: onMap.map(({ value, ...place }) => ({ ...place, value: value ?? ('unknown' as const) })) })}
          label={t('results.mapLabel', { indicator: indicator.code })}
          legendTitle={indicator.unitNames.many[language]}
        />
        <DataTable rows={shown} columns={columns} rowKey={({ scope }) => scope} caption={t('results.mapLabel', { indicator: indicator.code })} stacks />
      </section>
    </>
  )
}
