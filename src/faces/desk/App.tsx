/** Who is not signed in meets the sign-in page; everybody else the frame with the screen that the address names. */
import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Refusals } from '../ui/Refusals.tsx'
import { WaitingPage } from '../ui/Waiting.tsx'
import { refusalsOf } from './api/ask.ts'
import { useSession } from './api/session.ts'
import { placesOfWork } from './navigation.ts'
import { Enrol } from './shell/Enrol.tsx'
import { Enter } from './shell/Enter.tsx'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'
import { SignIn } from './shell/SignIn.tsx'
import { useWords } from './words/words.ts'

export function App() {
  return (
    <Switch>
      <Route path="/enter" component={Enter} />
      <Route component={Inside} />
    </Switch>
  )
}

function Inside() {
  const { t } = useWords()
  const { data: session, error } = useSession()
  if (error && !session)
    return (
      <main className="door">
        <h1 className="unseen">Capulana</h1>
        <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} focus />
      </main>
    )
  if (!session) return <WaitingPage />
  if (!session.person) return <SignIn mission={session.mission} />
  if (session.secondFactor?.needed) return <Enrol mission={session.mission} />
  return (
    <Shell mission={session.mission} person={session.person} graceUntil={session.secondFactor?.graceUntil ?? null}>
      <Switch>
        {placesOfWork.map(({ name, path, Screen }) => (
          <Route key={name} path={path === '/' ? '/' : `${path}/*?`}>
            <ErrorBoundary key={name}>
              <Suspense fallback={<WaitingPage />}>
                <Screen />
              </Suspense>
            </ErrorBoundary>
          </Route>
        ))}
        <Route component={NotFound} />
      </Switch>
    </Shell>
  )
}
