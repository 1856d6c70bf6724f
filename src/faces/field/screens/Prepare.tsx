/** The list that turns green before anybody leaves: app, forms, lists, room, and whether this phone promises to keep things. Sizes stand there before the download. */
import { useCallback, useEffect, useState } from 'react'
import { Head } from '../shell/Frame.tsx'
import { size } from '../shell/format.ts'
import { goTo } from '../shell/route.ts'
import { appReadiness, prepareApp, type Readiness } from '../shell/worker.ts'
import { inLanguage, usePhone, usePicture, useWords } from '../usePhone.tsx'

function Line({ isDone, title, note }: { isDone: boolean; title: string; note: string }) {
  const { say } = useWords()
  return (
    <li className={isDone ? 'check done' : 'check'}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {isDone ? <path d="m5 13 5 5L20 7" /> : <circle cx="12" cy="12" r="7" />}
      </svg>
      <span>
        {title}
        <small>
          {say(isDone ? 'prepare.have' : 'prepare.toCome')}
          {note && ` · ${note}`}
        </small>
      </span>
    </li>
  )
}

export function Prepare() {
  const { say, language, sayTold } = useWords()
  const phone = usePhone()
  const { forms, missing, space, profile, trouble } = usePicture()
  const [app, setApp] = useState<Readiness | null>(null)
  const [working, setWorking] = useState<string | null>(null)
  const look = useCallback(() => void appReadiness().then(setApp), [])
  useEffect(look, [look])
  const ofForms = missing.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)
  const toCome = ofForms + (app?.bytesToCome ?? 0)
  const isReady = app?.isReady === true && missing.length === 0 && profile.isPrepared
  const go = async () => {
    setWorking(say('prepare.app'))
    const fetched = await prepareApp()
    if (fetched) setApp(fetched)
    setWorking(say('home.forms'))
    await phone.prepare(setWorking)
    await phone.meet()
    setWorking(null)
    look()
  }
  return (
    <>
      <Head title={say('prepare.title')} back={() => goTo('')} />
      <p>{say('prepare.intro')}</p>
      {isReady && (
        <p className="good" role="status">
          {say('prepare.ready')}
        </p>
      )}
      <ul className="checks">
        <Line isDone={app?.isReady === true} title={say('prepare.app')} note={app && !app.isReady ? size(app.bytesToCome, language) : ''} />
        {forms.map((form) => {
          const lacking = missing.filter((part) => part.form.id === form.id)
          const bytes = lacking.reduce((sum, part) => sum + (part.bytes ?? 0), 0)
          const note = lacking.length > 0 ? (bytes > 0 ? size(bytes, language) : say('prepare.unknownSize')) : ''
          return (
            <Line
              key={form.id}
              isDone={lacking.length === 0}
              title={say('prepare.form', { name: inLanguage(form.title, language) || form.code })}
              note={note}
            />
          )
        })}
        <Line
          isDone={space.share < 0.95}
          title={say('prepare.space')}
          note={say('prepare.spaceFree', { size: size(Math.max(0, space.quota - space.used), language) })}
        />
        <Line isDone={space.isPersistent === true} title={say('prepare.keep')} note={say(space.isPersistent ? 'prepare.keepYes' : 'prepare.keepNo')} />
      </ul>
      {trouble?.told.map((told) => (
        <p key={told.code} className="told" role="alert">
          {sayTold(told)}
        </p>
      ))}
      {trouble?.trouble === 'offline' && <p className="warn">{say('line.offline')}</p>}
      <button type="button" className="main" disabled={working !== null} onClick={() => void go()}>
        {working !== null ? say('prepare.working', { name: working }) : toCome > 0 ? say('prepare.go', { size: size(toCome, language) }) : say('prepare.again')}
      </button>
    </>
  )
}
