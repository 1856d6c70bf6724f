/** One project: who pays and until when, the next step, what it promised, and every activity with its places, partners, notes and lessons. */
import { useState } from 'react'
import { Link } from 'wouter'
import { longDate } from '../../../../portal/numbers.ts'
import { Empty } from '../../../../ui/Empty.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type OneProject as Shown, useProject } from '../../../api/projects.ts'
import { useHolds } from '../../../api/session.ts'
import { LifeSteps } from '../../../shell/LifeSteps.tsx'
import { useWords } from '../../../words/words.ts'
import type { Strategy } from '../strategy.ts'
import { EvidenceFile } from './EvidenceFile.tsx'
import { IatiFile } from './IatiFile.tsx'
import { moneyText } from './money.ts'
import { OneActivity } from './OneActivity.tsx'
import { ProjectForm } from './ProjectForm.tsx'
import { ProjectStateTag } from './ProjectList.tsx'
import { ResultForm } from './ResultForm.tsx'

export function OneProject({ id, strategy }: { id: string; strategy: Strategy }) {
  const { t } = useWords()
  const { data, error } = useProject(id)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} focus />
  return data ? <Page shown={data} strategy={strategy} /> : <WaitingPage />
}

function Page({ shown: { project, results, activities }, strategy }: { shown: Shown; strategy: Strategy }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const [changing, change] = useState(false)
  const ended = project.state === 'closed' || project.state === 'cancelled'
  const mayGive = useHolds('reportOfficer', 'chief', 'monitoring')
  const mayWrite = useHolds('monitoring') && !ended
  const facts: [string, string | null][] = [
    [t('projects.donor'), project.donorName],
    [t('projects.budget'), moneyText(project.budget, language)],
    [t('projects.dates'), `${longDate(project.fromDay, language)} – ${longDate(project.toDay, language)}`],
    [t('projects.field.agreement'), project.agreement],
    [t('projects.field.iatiIdentifier'), project.iatiIdentifier],
  ]
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/strategy/projects">{t('projects.title')}</Link>
          </p>
          <h1>
            {project.code} · {mine(project.name)}
          </h1>
          <p>
            <ProjectStateTag state={project.state} />
          </p>
        </div>
        {mayWrite && (
          <div className="deeds">
            <button type="button" className="link" onClick={() => change(!changing)} aria-expanded={changing}>
              {t('projects.change')}
            </button>
          </div>
        )}
      </div>
      {changing && <ProjectForm project={project} onDone={() => change(false)} />}
      <p className="project-summary">{mine(project.summary)}</p>
      <dl className="facts">
        {facts.map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={said ? undefined : 'unknown'}>{said ?? t('unknown')}</dd>
          </div>
        ))}
      </dl>
      <IatiFile project={project} />
      {mayGive && <EvidenceFile project={project} />}
      <LifeSteps key={project.state} path="project" id={project.id} by={['monitoring', 'chief']} />
      <h2 className="after-table">{t('projects.results')}</h2>
      {results.length === 0 && <p className="quiet">{t('projects.noResults')}</p>}
      <ul className="plan">
        {results.map(({ id, kind, name, assumption, indicators }) => (
          <li key={id}>
            <b>{mine(name)}</b> <span className="quiet">· {named('value', kind)}</span>
            {indicators.map((code) => (
              <span key={code}>
                {' · '}
                <Link href={`/strategy/indicators/${code}`}>{code}</Link>
              </span>
            ))}
            {assumption && <small className="planned-why">{t('projects.assuming', { assumption })}</small>}
          </li>
        ))}
      </ul>
      {mayWrite && <ResultForm project={project.id} />}
      <div className="page-head">
        <h2 className="after-table">{t('projects.activities')}</h2>
        {mayWrite && activities.length > 0 && (
          <div className="deeds">
            <Link href={`/strategy/projects/${project.id}/plan`}>{t('projects.plan')}</Link>
          </div>
        )}
      </div>
      {activities.length === 0 && (
        <Empty title={t('projects.noActivities')} deed={mayWrite && <Link href={`/strategy/projects/${project.id}/plan`}>{t('projects.plan')}</Link>}>
          {t('projects.noActivitiesNote')}
        </Empty>
      )}
      {activities.map((activity) => (
        <OneActivity key={activity.id} project={project.id} activity={activity} strategy={strategy} />
      ))}
    </>
  )
}
