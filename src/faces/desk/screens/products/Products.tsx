/** What the mission writes for people to read: the calendar, the products, the pictures with their consents, and the questions of journalists. */
import './products.css'
import { lazy } from 'react'
import { Link, Route, Switch } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { useOpenTab } from '../../shell/openTab.ts'
import type { Key } from '../../words/words.ts'
import { useWords } from '../../words/words.ts'
import { CalendarTab } from './CalendarTab.tsx'

const ProductsTab = lazy(async () => ({ default: (await import('./ProductsTab.tsx')).ProductsTab }))
const OneProduct = lazy(async () => ({ default: (await import('./OneProduct.tsx')).OneProduct }))
const PicturesTab = lazy(async () => ({ default: (await import('./PicturesTab.tsx')).PicturesTab }))
const EventsTab = lazy(async () => ({ default: (await import('./EventsTab.tsx')).EventsTab }))
const MediaTab = lazy(async () => ({ default: (await import('./MediaTab.tsx')).MediaTab }))

const tabs: readonly { name: string; path: string; word: Key }[] = [
  { name: 'calendar', path: '/products', word: 'products.tab.calendar' },
  { name: 'all', path: '/products/all', word: 'products.tab.all' },
  { name: 'pictures', path: '/products/pictures', word: 'products.tab.pictures' },
  { name: 'events', path: '/products/events', word: 'products.tab.events' },
  { name: 'media', path: '/products/media', word: 'products.tab.media' },
]

function Head({ at }: { at: string }) {
  const { t } = useWords()
  const strip = useOpenTab(at)
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('nav.products')}</h1>
          <p className="quiet">{t('products.intro')}</p>
        </div>
      </div>
      <nav ref={strip} className="tabs" aria-label={t('nav.products')}>
        {tabs.map(({ name, path, word }) => (
          <Link key={name} href={path} aria-current={name === at ? 'page' : undefined}>
            {t(word)}
          </Link>
        ))}
      </nav>
    </>
  )
}

export function Products() {
  return (
    <Switch>
      <Route path="/products">
        <Head at="calendar" />
        <CalendarTab />
      </Route>
      <Route path="/products/all">
        <Head at="all" />
        <ProductsTab />
      </Route>
      <Route path="/products/pictures">
        <Head at="pictures" />
        <PicturesTab />
      </Route>
      <Route path="/products/events">
        <Head at="events" />
        <EventsTab />
      </Route>
      <Route path="/products/media">
        <Head at="media" />
        <MediaTab />
      </Route>
      <Route path="/products/:id">{({ id }) => <OneProduct key={id} id={id} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}
