/** The fifteen areas in a strip for the first screen of the chief of mission and of monitoring: what is under way, what is late, what nobody knows; each opens its area. */
import './strategy.css'
import { Link } from 'wouter'
import { useBilingual } from '../../../ui/language.tsx'
import { type MapArea, useStrategyMap } from '../../api/projects.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { type FocusArea, useStrategy } from './strategy.ts'

export function AreaStrip() {
  const may = useHolds('chief', 'monitoring')
  return may ? <Strip /> : null
}

function Strip() {
  const { t } = useWords()
  const { data: strategy } = useStrategy()
  const { data: map } = useStrategyMap({ place: null, donor: null }, true)
  if (!strategy || !map) return null
  return (
    <section className="area-strip" aria-labelledby="area-strip">
      <div className="area-strip-head">
        <h2 id="area-strip">{t('home.strategy')}</h2>
        <Link href="/strategy">{t('home.wholeStrategy')}</Link>
      </div>
      {map.harmRisks > 0 && <p className="harm-risks">{t('projects.harmRisks', { n: map.harmRisks })}</p>}
      <ul>
        {strategy.areas.map((area) => (
          <OneOfStrip key={area.number} area={area} state={map.areas.find((each) => each.area === area.number)} />
        ))}
      </ul>
    </section>
  )
}

function OneOfStrip({ area: { number, name }, state }: { area: FocusArea; state: MapArea | undefined }) {
  const { t } = useWords()
  const mine = useBilingual()
  return (
    <li>
      <Link href={`/strategy/${number}`} data-row="">
        <b>
          <span aria-hidden="true">{number}</span> {mine(name)}
        </b>
        {state && (
          <>
            <small>{t('projects.underWay', { n: state.activities.underWay })}</small>
            {state.activities.late > 0 && <small className="standing late">{t('projects.lateCount', { n: state.activities.late })}</small>}
            <small className={state.unknown > 0 ? 'standing unknown' : undefined}>
              {t('home.knownOf', { known: state.indicators.length - state.unknown, all: state.indicators.length })}
            </small>
          </>
        )}
      </Link>
    </li>
  )
}
