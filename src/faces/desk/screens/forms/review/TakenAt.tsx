/** Where it was filled, on our own areas: the district of the first point with its neighbours, how exact the phone was, and what is unlikely about it. */
import { useMemo } from 'react'
import { buildIndex } from '../../../../../engines/places/placeIndex.ts'
import { placeOf } from '../../../../../engines/places/placeOf.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import { MapOnDemand } from '../../../../ui/MapOnDemand.tsx'
import { useAreas } from '../../../api/places.ts'
import type { OneSubmission } from '../../../api/review.ts'
import { useWords } from '../../../words/words.ts'
import { textIn, useFormLanguage } from '../author/LanguagePick.tsx'

export function TakenAt({ data: { points, questions } }: { data: OneSubmission }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [language] = useFormLanguage([...new Set(questions.flatMap(({ labels }) => Object.keys(labels)))])
  const { data: districts } = useAreas(2)
  const likely = useMemo(() => points.filter(({ sentences }) => sentences.length === 0).map(({ lon, lat }): [number, number] => [lon, lat]), [points])
  const index = useMemo(() => districts && buildIndex(districts.features.map(({ properties: { pcode }, geometry }) => ({ pcode, geometry }))), [districts])
  const districtOf = (lon: number, lat: number) => {
    const { pcode } = index ? placeOf(index, lon, lat) : { pcode: null }
    return districts?.features.find(({ properties }) => properties.pcode === pcode)?.properties ?? null
  }
  const home = likely[0] ? districtOf(...likely[0]) : null
  const around = home?.parent
  const areas = useMemo(
    () => (districts && around ? { ...districts, features: districts.features.filter(({ properties }) => properties.parent === around) } : districts),
    [districts, around],
  )
  if (points.length === 0) return null
  const labelOf = (path: string) => {
    const question = questions.find((each) => each.path === path)
    return question ? textIn(question.labels, language) || question.name : path
  }
  return (
    <section className="point-map">
      <h3>{t('review.takenAt')}</h3>
      <ul className="lines-plain">
        {points.map(({ path, turn, lon, lat, accuracy, sentences }) => (
          <li key={`${path}${turn}`}>
            {turn > 0 ? t('review.turn', { repeat: labelOf(path), n: String(turn) }) : labelOf(path)}
            {': '}
            {sentences.length > 0
              ? sentences.map((sentence) => (
                  <b key={sentence.pt} className="odd warnings">
                    {mine(sentence)}
                  </b>
                ))
              : index && (districtOf(lon, lat)?.name ?? t('review.pointNowhere'))}{' '}
            <span className="quiet">{accuracy === null ? t('review.accuracyUnknown') : t('review.accuracy', { n: Math.round(accuracy) })}</span>
          </li>
        ))}
      </ul>
      {likely.length > 0 && (
        <MapOnDemand areas={areas} points={likely} label={t('review.takenAt')} legendTitle={t('review.takenAtLegend')} selected={home?.pcode ?? null} />
      )}
    </section>
  )
}
