/** Settings: my account for everybody; the mission, its limits and its dictionary for whoever wants to know. */
import './settings.css'
import { Link, Route, Switch, useLocation } from 'wouter'
import { useHolds } from '../../api/session.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { type Key, useWords } from '../../words/words.ts'
import { Dictionary } from './Dictionary.tsx'
import { House } from './House.tsx'
import { Limits } from './Limits.tsx'
import { Mission } from './Mission.tsx'
import { MyAccount } from './MyAccount.tsx'

const parts = [
  { path: '/settings', word: 'settings.account' },
  { path: '/settings/mission', word: 'settings.mission' },
  { path: '/settings/health', word: 'settings.health', admin: true },
  { path: '/settings/limits', word: 'settings.limits' },
  { path: '/settings/dictionary', word: 'settings.dictionary' },
] as const satisfies readonly { path: string; word: Key; admin?: true }[]

export function Settings() {
  const { t } = useWords()
  const [here] = useLocation()
  const isAdmin = useHolds('admin')
  const mine = parts.filter((part) => !('admin' in part) || isAdmin)
  return (
    <>
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
        <nav className="deeds" aria-label={t('settings.parts')}>
          {mine.map(({ path, word }) => (
            <Link key={path} href={path} className="settings-part" aria-current={here === path ? 'page' : undefined}>
              {t(word)}
            </Link>
          ))}
        </nav>
      </div>
      <Switch>
        <Route path="/settings" component={MyAccount} />
        <Route path="/settings/mission" component={Mission} />
        {isAdmin && <Route path="/settings/health" component={House} />}
        <Route path="/settings/limits" component={Limits} />
        <Route path="/settings/dictionary" component={Dictionary} />
        <Route component={NotFound} />
      </Switch>
    </>
  )
}
