/** What I began: with its name and its age, to be continued or deleted on purpose. */
import { useState } from 'react'
import type { Entry } from '../outbox/entry.ts'
import { hourOrDay } from '../shell/format.ts'
import { goTo } from '../shell/route.ts'
import { inLanguage, usePhone, useWords } from '../usePhone.tsx'

export function Drafts({ drafts }: { drafts: readonly Entry[] }) {
  const { say, language } = useWords()
  const phone = usePhone()
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{say('home.drafts')}</h2>
      {drafts.length === 0 && <p className="empty">{say('home.noDrafts')}</p>}
      <ul className="cards">
        {drafts.map((entry) => (
          <li key={entry.instanceId}>
            <button type="button" className="card" onClick={() => goTo('fill', entry.instanceId)}>
              <b>{entry.name || say('draft.noName')}</b>
              <small>
                {inLanguage(entry.form.title, language)} · {say('draft.saved', { when: hourOrDay(entry.savedAt, language) })}
              </small>
            </button>
            {asked === entry.instanceId ? (
              <p className="ask">
                {say('draft.discardAsk')}
                <button type="button" className="danger" onClick={() => void phone.discard(entry)}>
                  {say('draft.discard')}
                </button>
                <button type="button" onClick={() => setAsked(null)}>
                  {say('cancel')}
                </button>
              </p>
            ) : (
              <button type="button" className="quiet" onClick={() => setAsked(entry.instanceId)}>
                {say('draft.discard')}
                <span className="unseen"> {entry.name || say('draft.noName')}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
