/** Places: the tree from the country down to sites with the map beside it, the queue of sites to be placed, and official boundaries by one step. */
import './places.css'
import { Link, Route, Switch, useLocation } from 'wouter'
import { useHolds } from '../../api/session.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { BringBoundaries } from './BringBoundaries.tsx'
import { Explorer } from './Explorer.tsx'
import { Unplaced } from './Unplaced.tsx'

export function Places() {
  const { t } = useWords()
  const [path] = useLocation()
  const mayChange = useHolds('dataOfficer', 'admin')
  const parts = [
    { to: '/places', words: t('places.explore') },
    ...(mayChange
      ? [
          { to: '/places/unplaced', words: t('places.unplaced') },
          { to: '/places/boundaries', words: t('places.boundaries') },
        ]
      : []),
  ]
  const here = parts.find(({ to }) => to === path)?.to ?? '/places'
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('places.title')}</h1>
          <p className="quiet">{t('places.intro')}</p>
        </div>
        <nav className="deeds" aria-label={t('places.parts')}>
          {parts.map(({ to, words }) => (
            <Link key={to} href={to} className="part-link" aria-current={to === here ? 'page' : undefined}>
              {words}
            </Link>
          ))}
        </nav>
      </div>
      <Switch>
        <Route path="/places/unplaced">{mayChange ? <Unplaced /> : <p>{t('places.notYours')}</p>}</Route>
        <Route path="/places/boundaries">{mayChange ? <BringBoundaries /> : <p>{t('places.notYours')}</p>}</Route>
        <Route path="/places/:id?">{({ id }) => <Explorer id={id ?? null} />}</Route>
        <Route component={NotFound} />
      </Switch>
    </>
  )
}
