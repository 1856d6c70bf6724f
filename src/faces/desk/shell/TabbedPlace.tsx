/** A place of work with a tab for each part, every tab at its own address; the first that one may see opens by itself. */
import { type ComponentType, Suspense } from 'react'
import { Link, Redirect, Route, Switch } from 'wouter'
import { WaitingPage } from '../../ui/Waiting.tsx'
import { useMe } from '../api/session.ts'
import { type Key, useWords } from '../words/words.ts'
import { NotFound } from './NotFound.tsx'
import { useOpenTab } from './openTab.ts'

export type Tab = { name: string; path: string; word: Key; roles: readonly string[]; Screen: ComponentType }
type Place = { path: string; title: Key; intro: Key; tabs: readonly Tab[] }

function Head({ at, shown, title, intro }: Omit<Place, 'path' | 'tabs'> & { at: string; shown: readonly Tab[] }) {
  const { t } = useWords()
  const strip = useOpenTab(at)
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t(title)}</h1>
          <p className="quiet">{t(intro)}</p>
        </div>
      </div>
      <nav ref={strip} className="tabs" aria-label={t(title)}>
        {shown.map(({ name, path, word }) => (
          <Link key={name} href={path} aria-current={name === at ? 'page' : undefined}>
            {t(word)}
          </Link>
        ))}
      </nav>
    </>
  )
}

export function TabbedPlace({ path, tabs, ...about }: Place) {
  const held = useMe()?.roles ?? []
  const shown = tabs.filter(({ roles }) => roles.some((role) => held.includes(role)))
  const [first] = shown
  return (
    <Switch>
      <Route path={path}>{first ? <Redirect to={first.path} replace /> : <NotFound />}</Route>
      {shown.map(({ name, path: own, Screen }) => (
        <Route key={name} path={`${own}/*?`}>
          <Head at={name} shown={shown} {...about} />
          <Suspense fallback={<WaitingPage />}>
            <Screen />
          </Suspense>
        </Route>
      ))}
      <Route component={NotFound} />
    </Switch>
  )
}
