/** Registration: exercises, finding a person, pairs that may be one person, and what is kept of those who were erased. Each role sees its own part. */
import './registration.css'
import { lazy } from 'react'
import { Link, Route, Switch } from 'wouter'
import { useHolds } from '../../api/session.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { ExercisesTab } from './ExercisesTab.tsx'

const SearchTab = lazy(async () => ({ default: (await import('./SearchTab.tsx')).SearchTab }))
const DuplicatesTab = lazy(async () => ({ default: (await import('./DuplicatesTab.tsx')).DuplicatesTab }))
const KeptTab = lazy(async () => ({ default: (await import('./KeptTab.tsx')).KeptTab }))
const WeightsTab = lazy(async () => ({ default: (await import('./WeightsTab.tsx')).WeightsTab }))
const VerifyLines = lazy(async () => ({ default: (await import('./VerifyLines.tsx')).VerifyLines }))
const PrintCards = lazy(async () => ({ default: (await import('./PrintCards.tsx')).PrintCards }))
const OneExercise = lazy(async () => ({ default: (await import('./OneExercise.tsx')).OneExercise }))
const OneHousehold = lazy(async () => ({ default: (await import('./OneHousehold.tsx')).OneHousehold }))

const tabs = [
  { name: 'exercises', path: '/registration', roles: null },
  { name: 'search', path: '/registration/search', roles: ['registrar'] },
  { name: 'duplicates', path: '/registration/duplicates', roles: ['duplicateReviewer'] },
  { name: 'weights', path: '/registration/weights', roles: ['registrar'] },
  { name: 'kept', path: '/registration/kept', roles: ['registrar'] },
] as const

function Head({ at }: { at: (typeof tabs)[number]['name'] }) {
  const { t } = useWords()
  const [registers, reviews] = [useHolds('registrar'), useHolds('duplicateReviewer')]
  const mine = tabs.filter(({ roles }) => !roles || (roles[0] === 'registrar' ? registers : reviews))
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('registration.title')}</h1>
          <p className="quiet">{t('registration.intro')}</p>
        </div>
        {registers && <Link href="/forms/review">{t('registration.review')}</Link>}
      </div>
      <nav className="tabs" aria-label={t('registration.parts')}>
        {mine.map(({ name, path }) => (
          <Link key={name} href={path} aria-current={name === at ? 'page' : undefined}>
            {t(`registration.part.${name}`)}
          </Link>
        ))}
      </nav>
    </>
  )
}

export function Registration() {
  return (
    <Switch>
      <Route path="/registration">
        <Head at="exercises" />
        <ExercisesTab />
      </Route>
      <Route path="/registration/exercises/:id">{({ id }) => <OneExercise key={id} id={id} />}</Route>
      <Route path="/registration/exercises/:id/verify">{({ id }) => <VerifyLines key={id} id={id} />}</Route>
      <Route path="/registration/exercises/:id/cards">{({ id }) => <PrintCards key={id} id={id} />}</Route>
      <Route path="/registration/weights">
        <Head at="weights" />
        <WeightsTab />
      </Route>
      <Route path="/registration/search">
        <Head at="search" />
        <SearchTab />
      </Route>
      <Route path="/registration/households/:id">{({ id }) => <OneHousehold key={id} id={id} />}</Route>
      <Route path="/registration/duplicates">
        <Head at="duplicates" />
        <DuplicatesTab />
      </Route>
      <Route path="/registration/kept">
        <Head at="kept" />
        <KeptTab />
      </Route>
      <Route component={NotFound} />
    </Switch>
  )
}
