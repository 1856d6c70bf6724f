/** What I do today: go on with a draft, begin a form or a place, see what the office has, prepare for a day without network. */
import { size } from '../shell/format.ts'
import { goTo } from '../shell/route.ts'
import { takeUpdate, useUpdateWaiting } from '../shell/worker.ts'
import { photosUntil, warnFrom } from '../store/space.ts'
import { usePhone, usePicture, useWords } from '../usePhone.tsx'
import { Drafts } from './Drafts.tsx'

function Warnings() {
  const { say, sayTold } = useWords()
  const { space, trouble, profile } = usePicture()
  const isUpdateWaiting = useUpdateWaiting()
  return (
    <>
      {profile.isEnded && (
        <p className="told" role="alert">
          {say('home.ended')}
        </p>
      )}
      {space.isPersistent === false && <p className="warn">{say('home.mayDelete')}</p>}
      {space.share >= warnFrom && <p className={space.share >= photosUntil ? 'told' : 'warn'}>{say('home.full', { share: Math.round(space.share * 100) })}</p>}
      {trouble?.trouble === 'offline' && <p className="calm-note">{say('line.offline')}</p>}
      {trouble?.told.map((told) => (
        <p key={told.code} className="told" role="alert">
          {sayTold(told)}
        </p>
      ))}
      {isUpdateWaiting && (
        <p className="warn">
          {say('home.update')}{' '}
          <button type="button" onClick={takeUpdate}>
            {say('home.updateNow')}
          </button>
        </p>
      )}
    </>
  )
}

function Way({ to, title, note, number }: { to: string; title: string; note: string; number: number }) {
  return (
    <a className="way" href={`#/${to}`}>
      <span>
        <b>{title}</b>
        <small>{note}</small>
      </span>
      {number > 0 && <span className="number">{number}</span>}
    </a>
  )
}

export function Home() {
  const { say, language } = useWords()
  const phone = usePhone()
  const { profile, forms, lists, days, building, entries, isMeeting, missing } = usePicture()
  const places = lists.reduce((sum, { items }) => sum + items.length, 0)
  const bytes = missing.reduce((sum, part) => sum + (part.bytes ?? 0), 0)
  const drafts = entries.filter(({ phase }) => phase === 'draft')
  const messages = entries.filter(({ phase }) => phase === 'needs-you')
  return (
    <>
      <h1 className="hello">{profile.person ? say('home.hello', { name: profile.person }) : say('home.title')}</h1>
      <p className="where">{[profile.projectName, profile.deviceName].filter(Boolean).join(' · ')}</p>
      <Warnings />
      {(!profile.isPrepared || missing.length > 0) && forms.length + days + building > 0 && (
        <button type="button" className="main" onClick={() => goTo('prepare')}>
          {say('home.prepare')}
          {bytes > 0 && <small>{say('home.prepareWhy', { size: size(bytes, language) })}</small>}
        </button>
      )}
      <Drafts drafts={drafts} />
      <nav className="ways">
        <Way
          to="forms"
          title={say('home.forms')}
          note={
            forms.length === 0
              ? say('home.noForms')
              : forms
                  .map(({ code }) => code)
                  .slice(0, 3)
                  .join(', ')
          }
          number={forms.length}
        />
        {lists.length > 0 && <Way to="places" title={say('home.places')} note={lists.map(({ code }) => code).join(', ')} number={places} />}
        {days > 0 && <Way to="distribution" title={say('home.distribution')} note={say('home.distributionWhy')} number={days} />}
        {building > 0 && <Way to="construction" title={say('home.construction')} note={say('home.constructionWhy')} number={building} />}
        <Way to="card" title={say('home.card')} note={say('home.cardWhy')} number={0} />
        {messages.length > 0 && <Way to="outbox" title={say('home.messages')} note={say('line.needsYou', { n: messages.length })} number={messages.length} />}
        <Way
          to="prepare"
          title={say('home.prepare')}
          note={profile.isPrepared && missing.length === 0 ? say('prepare.ready') : say('prepare.intro')}
          number={0}
        />
        <Way to="phone" title={say('home.settings')} note={profile.deviceName} number={0} />
      </nav>
      <button type="button" disabled={isMeeting} onClick={() => void phone.meet()}>
        {isMeeting ? `${say('line.meeting')}…` : say('home.meet')}
      </button>
    </>
  )
}
