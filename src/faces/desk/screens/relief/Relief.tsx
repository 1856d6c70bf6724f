/** Relief goods: what lies where, who asks for it, who receives it. One place of work with a tab for each part; the first that one may see opens by itself. */
import './relief.css'
import { Suspense } from 'react'
import { Link, Redirect, Route, Switch } from 'wouter'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { useMe } from '../../api/session.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useOpenTab } from '../../shell/openTab.ts'
import { useWords } from '../../words/words.ts'
import { type Tab, tabs } from './tabs.ts'

function Head({ at, shown }: { at: string; shown: readonly Tab[] }) {
  const { t } = useWords()
  const strip = useOpenTab(at)
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('nav.relief')}</h1>
          <p className="quiet">{t('relief.intro')}</p>
        </div>
      </div>
      <nav ref={strip} className="tabs" aria-label={t('nav.relief')}>
        {shown.map(({ name, path, word }) => (
          <Link key={name} href={path} aria-current={name === at ? 'page' : undefined}>
            {t(word)}
          </Link>
        ))}
      </nav>
    </>
  )
}

export function Relief() {
  const held = useMe()?.roles ?? []
  const shown = tabs.filter(({ roles }) => roles.some((role) => held.includes(role)))
  const [first] = shown
  return (
    <Switch>
      <Route path="/relief">{first ? <Redirect to={first.path} replace /> : <NotFound />}</Route>
      {shown.map(({ name, path, Screen }) => (
        <Route key={name} path={`${path}/*?`}>
          <Head at={name} shown={shown} />
          <Suspense fallback={<WaitingPage />}>
            <Screen />
          </Suspense>
        </Route>
      ))}
      <Route component={NotFound} />
    </Switch>
  )
}
