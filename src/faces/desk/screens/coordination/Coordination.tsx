/** Coordination: who does what where, and what partners agree on. One place of work with a tab for each part. */
import './fourW.css'
import { lazy } from 'react'
import { Link, Redirect, Route, Switch } from 'wouter'
import { useMe } from '../../api/session.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { tabs } from './tabs.ts'

const FourWTab = lazy(async () => ({ default: (await import('./FourWTab.tsx')).FourWTab }))

function Head({ at }: { at: string }) {
  const { t } = useWords()
  const held = useMe()?.roles ?? []
  const shown = tabs.filter(({ roles }) => !roles || roles.some((role) => held.includes(role)))
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('nav.coordination')}</h1>
          <p className="quiet">{t('coordination.intro')}</p>
        </div>
      </div>
      <nav className="tabs" aria-label={t('nav.coordination')}>
        {shown.map(({ name, path, word }) => (
          <Link key={name} href={path} aria-current={name === at ? 'page' : undefined}>
            {t(word)}
          </Link>
        ))}
      </nav>
    </>
  )
}

export function Coordination() {
  return (
    <Switch>
      <Route path="/coordination">
        <Redirect to={tabs[0]!.path} replace />
      </Route>
      <Route path="/coordination/4w">
        <Head at="fourW" />
        <FourWTab />
      </Route>
      <Route component={NotFound} />
    </Switch>
  )
}
