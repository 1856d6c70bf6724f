/** Event tracking: the situation between rounds, the alerts that tell of it the same day, and events beside the rounds. */
import './events.css'
import { lazy } from 'react'
import { Link, Route, Switch } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { SituationTab } from './SituationTab.tsx'

const AlertsTab = lazy(async () => ({ default: (await import('./AlertsTab.tsx')).AlertsTab }))
const FlowsTab = lazy(async () => ({ default: (await import('./FlowsTab.tsx')).FlowsTab }))
const OneAlert = lazy(async () => ({ default: (await import('./OneAlert.tsx')).OneAlert }))
const ReconcileTab = lazy(async () => ({ default: (await import('./ReconcileTab.tsx')).ReconcileTab }))

const tabs = [
  { name: 'situation', path: '/events' },
  { name: 'alerts', path: '/events/alerts' },
  { name: 'reconcile', path: '/events/reconcile' },
  { name: 'flows', path: '/events/flows' },
] as const

function Head({ at }: { at: (typeof tabs)[number]['name'] }) {
  const { t } = useWords()
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('events.title')}</h1>
          <p className="quiet">{t('events.intro')}</p>
        </div>
      </div>
      <nav className="tabs" aria-label={t('events.parts')}>
        {tabs.map(({ name, path }) => (
          <Link key={name} href={path} aria-current={name === at ? 'page' : undefined}>
            {t(`events.part.${name}`)}
          </Link>
        ))}
      </nav>
    </>
  )
}

export function Events() {
  return (
    <Switch>
      <Route path="/events">
        <Head at="situation" />
        <SituationTab />
      </Route>
      <Route path="/events/alerts">
        <Head at="alerts" />
        <AlertsTab />
      </Route>
      <Route path="/events/alerts/:id">{({ id }) => <OneAlert key={id} id={id} />}</Route>
      <Route path="/events/reconcile">
        <Head at="reconcile" />
        <ReconcileTab />
      </Route>
      <Route path="/events/flows">
        <Head at="flows" />
        <FlowsTab />
      </Route>
      <Route component={NotFound} />
    </Switch>
  )
}
