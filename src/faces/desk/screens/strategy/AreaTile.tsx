/** One focus area on the map: what is under way and late, which figures speak for today, and how they stand, always in number and word before colour. */
import { Link } from 'wouter'
import { useBilingual } from '../../../ui/language.tsx'
import type { MapArea } from '../../api/projects.ts'
import { useWords } from '../../words/words.ts'
import { type FocusArea, isServed, type Strategy } from './strategy.ts'

const standings = ['done', 'on_track', 'behind', 'off', 'unknown'] as const

export function AreaTile({ area, state, strategy }: { area: FocusArea; state: MapArea | undefined; strategy: Strategy }) {
  const { t } = useWords()
  const mine = useBilingual()
  const { number, name, keyResults, activities } = area
  return (
    <li>
      <Link href={`/strategy/${number}`} className="tile" data-row="">
        <span className="tile-number" aria-hidden="true">
          {number}
        </span>
        <span>
          <b>{mine(name)}</b>
          <small>{t('strategy.counts', { results: keyResults.length, activities: activities.length })}</small>
          {state ? (
            <TileState state={state} />
          ) : (
            <small>{t('strategy.served', { served: activities.filter((activity) => isServed(activity, strategy)).length, all: activities.length })}</small>
          )}
        </span>
      </Link>
    </li>
  )
}

function TileState({ state: { activities, indicators, inDate, letters } }: { state: MapArea }) {
  const { t } = useWords()
  const counts = standings.flatMap((standing) => {
    const n = indicators.filter((indicator) => indicator.standing === standing).length
    return n > 0 ? [{ standing, n }] : []
  })
  return (
    <>
      <small>{t('projects.lettersActive', { active: letters.active, all: letters.all })}</small>
      <small>
        {t('projects.underWay', { n: activities.underWay })}
        {activities.late > 0 && (
          <>
            {' · '}
            <span className="standing late">{t('projects.lateCount', { n: activities.late })}</span>
          </>
        )}
      </small>
      <small>{t('projects.inDate', { n: inDate, all: indicators.length })}</small>
      <span className="standings">
        {counts.map(({ standing, n }) => (
          <small key={standing} className={`standing ${standing}`}>
            {t(`standing.${standing}`, { n })}
          </small>
        ))}
      </span>
    </>
  )
}
