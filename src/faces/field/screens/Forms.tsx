/** The questionnaires of my assignment: what is ready, what must still come, and what this app cannot show, said before anybody leaves. */
import { useState } from 'react'
import { beginDraft } from '../form/beginDraft.ts'
import { Head } from '../shell/Frame.tsx'
import { day, size } from '../shell/format.ts'
import { goTo } from '../shell/route.ts'
import { inLanguage, usePhone, usePicture, useWords } from '../usePhone.tsx'

export function Forms() {
  const { say, language } = useWords()
  const phone = usePhone()
  const { forms, missing } = usePicture()
  const [sought, setSought] = useState('')
  const titled = forms.map((form) => ({ form, title: inLanguage(form.title, language) || form.code }))
  const shown = titled.filter(({ title }) => title.toLowerCase().includes(sought.toLowerCase()))
  return (
    <>
      <Head title={say('home.forms')} back={() => goTo('')} />
      {forms.length === 0 && <p className="empty">{say('home.noForms')}</p>}
      {forms.length > 8 && (
        <label className="search">
          {say('forms.search')}
          <input type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
        </label>
      )}
      <ul className="cards">
        {shown.map(({ form, title }) => {
          const lacking = missing.filter((part) => part.form.id === form.id)
          const bytes = lacking.reduce((sum, part) => sum + (part.bytes ?? 0), 0)
          return (
            <li key={form.id} className="card">
              <b>{title}</b>
              <small>
                {[
                  say('forms.version', { version: form.name }),
                  form.until && say('forms.until', { date: day(form.until, language) }),
                  form.restricted && say('forms.restricted'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              {form.notShown.length > 0 && <p className="warn">{say('forms.notShown', { list: form.notShown })}</p>}
              {lacking.length > 0 ? (
                <button type="button" onClick={() => goTo('prepare')}>
                  {say('forms.notReady', { size: bytes > 0 ? size(bytes, language) : say('prepare.unknownSize') })}
                </button>
              ) : (
                <button type="button" className="main" onClick={async () => goTo('fill', await beginDraft(phone, form, null))}>
                  {say('forms.start')}
                  <span className="unseen"> {title}</span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
