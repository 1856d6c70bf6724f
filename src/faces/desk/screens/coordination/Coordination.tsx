/** Coordination: who does what where, who meets, who promised what, who learned what. One place of work with a tab for each part. */
import './coordination.css'
import './fourW.css'
import { lazy } from 'react'
import { Link, Route, Switch } from 'wouter'
import { useMe } from '../../api/session.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useOpenTab } from '../../shell/openTab.ts'
import { useWords } from '../../words/words.ts'
import { MeetingsTab } from './MeetingsTab.tsx'
import { tabs } from './tabs.ts'

const FourWTab = lazy(async () => ({ default: (await import('./FourWTab.tsx')).FourWTab }))
const AgreementsTab = lazy(async () => ({ default: (await import('./AgreementsTab.tsx')).AgreementsTab }))
const ContactsTab = lazy(async () => ({ default: (await import('./ContactsTab.tsx')).ContactsTab }))
const LearningTab = lazy(async () => ({ default: (await import('./LearningTab.tsx')).LearningTab }))
const OrganisationsTab = lazy(async () => ({ default: (await import('./OrganisationsTab.tsx')).OrganisationsTab }))
const OneMeeting = lazy(async () => ({ default: (await import('./OneMeeting.tsx')).OneMeeting }))
const OneSession = lazy(async () => ({ default: (await import('./OneSession.tsx')).OneSession }))
const ServicesTab = lazy(async () => ({ default: (await import('./ServicesTab.tsx')).ServicesTab }))

function Head({ at }: { at: string }) {
  const { t } = useWords()
  const held = useMe()?.roles ?? []
  const strip = useOpenTab(at)
  const shown = tabs.filter(({ roles }) => !roles || roles.some((role) => held.includes(role)))
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('nav.coordination')}</h1>
          <p className="quiet">{t('coordination.intro')}</p>
        </div>
      </div>
      <nav ref={strip} className="tabs" aria-label={t('nav.coordination')}>
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
        <Head at="meetings" />
        <MeetingsTab />
      </Route>
      <Route path="/coordination/meetings/:id">{({ id }) => <OneMeeting key={id} id={id} />}</Route>
      <Route path="/coordination/4w">
        <Head at="fourW" />
        <FourWTab />
      </Route>
      <Route path="/coordination/learning">
        <Head at="learning" />
        <LearningTab />
      </Route>
      <Route path="/coordination/learning/:id">{({ id }) => <OneSession key={id} id={id} />}</Route>
      <Route path="/coordination/agreements">
        <Head at="agreements" />
        <AgreementsTab />
      </Route>
      <Route path="/coordination/organisations">
        <Head at="organisations" />
        <OrganisationsTab />
      </Route>
      <Route path="/coordination/contacts">
        <Head at="contacts" />
        <ContactsTab />
      </Route>
      <Route path="/coordination/services">
        <Head at="services" />
        <ServicesTab />
      </Route>
      <Route component={NotFound} />
    </Switch>
  )
}
