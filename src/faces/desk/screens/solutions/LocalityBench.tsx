/** The candidates side by side, on the map and in the list that says the same: state, points, dangers, who else works in the district, and whether people were asked. */
import { useMemo, useState } from 'react'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { MapOnDemand } from '../../../ui/MapOnDemand.tsx'
import { useAreas } from '../../api/places.ts'
import type { Locality } from '../../api/solutions.ts'
import { useWords } from '../../words/words.ts'
import { monthName } from '../coordination/monthName.ts'
import { useScore } from './useScore.ts'

const tones: Record<string, string> = { agreed: 'good', active: 'good', closed: 'past', declined: 'past' }

export function LocalityBench({ localities }: { localities: readonly Locality[] }) {
  const { t, named, language } = useWords()
  const scoreText = useScore()
  const [selected, setSelected] = useState<string | null>(null)
  const { data } = useAreas(3)
  const districts = useMemo(() => new Set(localities.map(({ district }) => district)), [localities])
  const areas = useMemo(
    () => data && { ...data, features: data.features.filter(({ properties }) => properties.parent !== null && districts.has(properties.parent)) },
    [data, districts],
  )
  const marks = useMemo(
    () =>
      localities.map(({ id, area, point, state, score: { least, most } }, n) => {
        const points = least === most ? number(least, language) : `${number(least, language)}–${number(most, language)}`
        return { pcode: id, area, at: point, words: `${n + 1} · ${points}`, tone: tones[state] ?? 'open' }
      }),
    [localities, language],
  )
  const chosen = localities.find(({ id }) => id === selected)
  const columns: Column<Locality>[] = [
    { key: 'n', title: t('localities.n'), number: true, cell: ({ id }) => number(localities.findIndex((one) => one.id === id) + 1, language) },
    {
      ...{ key: 'name', title: t('localities.one'), header: true },
      cell: ({ id, placeName, place, districtName, programme, state, area, point }) => (
        <>
          <a href={`#${id}`} onClick={() => setSelected(id)}>
            {placeName ?? place}
          </a>{' '}
          <span className="tag">{named('localityState', state)}</span>
          <small className="lacking">
            {districtName ?? t('localities.noDistrict')} · {programme}
          </small>
          {areas && !point && !areas.features.some(({ properties }) => properties.pcode === area) && (
            <small className="lacking">{t('localities.offMap')}</small>
          )}
        </>
      ),
    },
    { key: 'score', title: t('localities.points'), number: true, cell: ({ score }) => scoreText(score) },
    {
      ...{ key: 'hazards', title: t('localities.hazards') },
      cell: ({ hazards }) =>
        hazards.length === 0
          ? t('localities.noHazards')
          : hazards.map(({ kind, mitigation, districtSigned }) => (
              <div key={kind}>
                {named('hazard', kind)}: {mitigation && districtSigned ? t('localities.hazardMet') : t('localities.hazardOpen')}
              </div>
            )),
    },
    { ...{ key: 'others', title: t('localities.othersTitle') }, cell: ({ present }) => <Present present={present} /> },
    {
      ...{ key: 'minutes', title: t('localities.consultations') },
      cell: ({ minutes }) =>
        minutes.length === 0
          ? t('localities.noConsultations')
          : t('localities.consulted', { n: minutes.length, sides: [...new Set(minutes.map(({ with: side }) => named('side', side)))].join(', ') }),
    },
  ]
  return (
    <section>
      <h2>{t('localities.bench')}</h2>
      <MapOnDemand
        areas={areas}
        marks={marks}
        label={t('localities.map')}
        legendTitle={t('localities.legend')}
        selected={chosen?.area ?? null}
        onChoose={(pcode) => setSelected(localities.find(({ id, area }) => id === pcode || area === pcode)?.id ?? null)}
      />
      <div className="after-table">
        <DataTable
          rows={localities}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('localities.list')}
          isOpen={({ id }) => id === selected}
          onOpen={({ id }) => setSelected(id)}
          stacks
        />
      </div>
    </section>
  )
}

function Present({ present }: { present: Locality['present'] }) {
  const { t, named, language } = useWords()
  if (!present) return t('localities.presentUnknown')
  const month = monthName(present.month, language)
  if (present.sectors.length === 0) return t('localities.presentNone', { month })
  return (
    <>
      {present.sectors.map(({ sector, organisations }) => (
        <div key={sector}>
          {named('sector', sector)}: {number(organisations, language)}
        </div>
      ))}
      <small className="lacking">{t('localities.presentOf', { month })}</small>
    </>
  )
}
