/** Settings: my account for everybody; the mission, its limits and its dictionary for whoever wants to know. */
import './settings.css'
import { Link, Route, Switch, useLocation } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { Dictionary } from './Dictionary.tsx'
import { Limits } from './Limits.tsx'
import { Mission } from './Mission.tsx'
import { MyAccount } from './MyAccount.tsx'

const parts = [
  { path: '/settings', word: 'settings.account' },
  { path: '/settings/mission', word: 'settings.mission' },
  { path: '/settings/limits', word: 'settings.limits' },
  { path: '/settings/dictionary', word: 'settings.dictionary' },
] as const

export function Settings() {
  const { t } = useWords()
  const [here] = useLocation()
  return (
    <>
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
        <nav className="deeds" aria-label={t('settings.parts')}>
          {parts.map(({ path, word }) => (
            <Link key={path} href={path} className="settings-part" aria-current={here === path ? 'page' : undefined}>
              {t(word)}
            </Link>
          ))}
        </nav>
      </div>
      <Switch>
        <Route path="/settings" component={MyAccount} />
        <Route path="/settings/mission" component={Mission} />
        <Route path="/settings/limits" component={Limits} />
        <Route path="/settings/dictionary" component={Dictionary} />
        <Route component={NotFound} />
      </Switch>
    </>
  )
}
