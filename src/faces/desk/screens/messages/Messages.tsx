/** What people are told: messages in every language, the campaigns that carry them, and the materials. One place of work with a tab for each. */
import { lazy } from 'react'
import { Link, Route, Switch } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { useOpenTab } from '../../shell/openTab.ts'
import { useWords } from '../../words/words.ts'
import { EmergencyLooks } from './EmergencyLooks.tsx'
import { StudioTab } from './StudioTab.tsx'

const CampaignsTab = lazy(async () => ({ default: (await import('./CampaignsTab.tsx')).CampaignsTab }))
const ListeningTab = lazy(async () => ({ default: (await import('./ListeningTab.tsx')).ListeningTab }))
const LibraryTab = lazy(async () => ({ default: (await import('./LibraryTab.tsx')).LibraryTab }))
const SendTab = lazy(async () => ({ default: (await import('./SendTab.tsx')).SendTab }))
const OneMessage = lazy(async () => ({ default: (await import('./OneMessage.tsx')).OneMessage }))

const tabs = [
  { name: 'studio', path: '/messages', word: 'messages.part.studio' },
  { name: 'campaigns', path: '/messages/campaigns', word: 'messages.part.campaigns' },
  { name: 'listening', path: '/messages/listening', word: 'messages.part.listening' },
  { name: 'send', path: '/messages/send', word: 'messages.part.send' },
  { name: 'library', path: '/messages/library', word: 'messages.part.library' },
] as const

function Head({ at }: { at: (typeof tabs)[number]['name'] }) {
  const { t } = useWords()
  const strip = useOpenTab(at)
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('messages.title')}</h1>
          <p className="quiet">{t('messages.intro')}</p>
        </div>
      </div>
      <nav ref={strip} className="tabs" aria-label={t('messages.title')}>
        {tabs.map(({ name, path, word }) => (
          <Link key={name} href={path} aria-current={name === at ? 'page' : undefined}>
            {t(word)}
          </Link>
        ))}
      </nav>
      <EmergencyLooks />
    </>
  )
}

export function Messages() {
  return (
    <Switch>
      <Route path="/messages">
        <Head at="studio" />
        <StudioTab />
      </Route>
      <Route path="/messages/campaigns">
        <Head at="campaigns" />
        <CampaignsTab />
      </Route>
      <Route path="/messages/listening">
        <Head at="listening" />
        <ListeningTab />
      </Route>
      <Route path="/messages/send">
        <Head at="send" />
        <SendTab />
      </Route>
      <Route path="/messages/library">
        <Head at="library" />
        <LibraryTab />
      </Route>
      <Route path="/messages/:id">{({ id }) => <OneMessage key={id} id={id} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}
