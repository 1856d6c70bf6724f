/** One planned activity: its letter, where, with whom and when; how it lives up to each theme; the lessons about it, its next step and what was noted. */
import { Link } from 'wouter'
import { longDate, shortDate } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import type { PlannedActivity } from '../../../api/projects.ts'
import { useHolds } from '../../../api/session.ts'
import { LifeSteps } from '../../../shell/LifeSteps.tsx'
import { useWords } from '../../../words/words.ts'
import type { Strategy } from '../strategy.ts'
import { LessonsOfPlan } from './LessonsOfPlan.tsx'
import { NoteForm } from './NoteForm.tsx'

const looks: Record<PlannedActivity['state'], string> = { planned: 'open', underWay: 'working', done: 'done', cancelled: 'past' }

export function OneActivity({ project, activity, strategy }: { project: string; activity: PlannedActivity; strategy: Strategy }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const mayWork = useHolds('monitoring', 'coordinator')
  const mayChange = useHolds('monitoring')
  const [area, letter] = activity.activity.slice(2).split('.') as [string, string]
  const ofStrategy = strategy.areas.find(({ number }) => String(number) === area)?.activities.find((each) => each.letter === letter)
  const nameOf = (code: string) => {
    const marker = [...strategy.crosscuttingThemes, ...strategy.approaches].find((each) => each.code === code)
    return marker ? mine(marker.name) : code
  }
  const tags = [activity.hazard, activity.modality, activity.nexusPart].flatMap((tag) => (tag ? [named('value', tag)] : []))
  return (
    <article className="card plan">
      <header>
        <h3>{mine(activity.name)}</h3>
        <p>
          <span className={`state ${looks[activity.state]}`}>{named('value', activity.state)}</span>
          {activity.late && <span className="standing late plan-late">{t('projects.late')}</span>}
        </p>
      </header>
      <p>
        <Link href={`/strategy/${area}`}>{activity.activity}</Link> {ofStrategy && <span className="quiet">{mine(ofStrategy.title)}</span>}
      </p>
      <p>
        {shortDate(activity.fromDay, language)} – {shortDate(activity.toDay, language)}
        {' · '}
        {activity.placeNames.length > 0 ? activity.placeNames.join(', ') : t('projects.wholeCountry')}
        {activity.partnerNames.length > 0 && ` · ${t('projects.with', { partners: activity.partnerNames })}`}
        {activity.budgetLine && ` · ${t('projects.line', { line: activity.budgetLine })}`}
        {tags.length > 0 && ` · ${tags.join(', ')}`}
      </p>
      {activity.markers.length > 0 && (
        <ul className="notes small">
          {activity.markers.map(({ code, how }) => (
            <li key={code}>
              <b>{nameOf(code)}:</b> {how}
            </li>
          ))}
        </ul>
      )}
      {activity.cancelledBecause && <p>{t('projects.cancelledBecause', { reason: activity.cancelledBecause })}</p>}
      <LessonsOfPlan activity={activity.id} lessons={activity.lessons} mayAnswer={mayWork} />
      {activity.notes.length > 0 && (
        <ul className="notes">
          {activity.notes.map(({ id, day, words }) => (
            <li key={id}>
              <span className="quiet">{longDate(day, language)}:</span> {words}
            </li>
          ))}
        </ul>
      )}
      {mayWork && activity.state !== 'cancelled' && <NoteForm activity={activity.id} />}
      {mayChange && (activity.state === 'planned' || activity.state === 'underWay') && (
        <p>
          <Link href={`/strategy/projects/${project}/activities/${activity.id}`}>{t('projects.changePlan')}</Link>
        </p>
      )}
      <LifeSteps key={activity.state} path="planned-activity" id={activity.id} by={['monitoring', 'coordinator']} />
    </article>
  )
}
