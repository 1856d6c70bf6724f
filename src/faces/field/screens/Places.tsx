/** The place first: my list, what was already begun or done there, and the forms that ask about it. */
import { useDeferredValue, useMemo, useState } from 'react'
import { beginDraft } from '../form/beginDraft.ts'
import { Head } from '../shell/Frame.tsx'
import { goTo } from '../shell/route.ts'
import { Windowed } from '../shell/Windowed.tsx'
import type { Item } from '../sync/lists.ts'
import { inLanguage, usePhone, usePicture, useWords } from '../usePhone.tsx'

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function Places() {
  const { say, language } = useWords()
  const phone = usePhone()
  const { lists, forms, entries, missing } = usePicture()
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<{ list: string; item: Item } | null>(null)
  const wanted = useDeferredValue(bare(sought))
  const all = useMemo(() => lists.flatMap(({ code, items }) => items.map((item) => ({ list: code, item, key: bare(item.label) }))), [lists])
  const shown = useMemo(() => all.filter(({ key }) => key.includes(wanted)).sort((a, b) => (a.key < b.key ? -1 : 1)), [all, wanted])
  const stateOf = ({ label }: Item) => {
    const own = entries.filter(({ name }) => name === label)
    return own.some(({ phase }) => phase !== 'draft') ? say('places.done') : own.length > 0 ? say('places.begun') : ''
  }
  const fitting = chosen ? forms.filter(({ attachments }) => attachments.some(({ list }) => list === chosen.list)) : []
  if (chosen)
    return (
      <>
        <Head title={say('places.open', { place: chosen.item.label })} back={() => setChosen(null)} />
        {fitting.length === 0 && <p className="empty">{say('places.noForm')}</p>}
        <ul className="cards">
          {fitting.map((form) => (
            <li key={form.id}>
              <button
                type="button"
                className="card"
                disabled={missing.some((part) => part.form.id === form.id)}
                onClick={async () => goTo('fill', await beginDraft(phone, form, chosen.item))}
              >
                <b>{inLanguage(form.title, language) || form.code}</b>
                <small>{say('forms.start')}</small>
              </button>
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <>
      <Head title={say('home.places')} back={() => goTo('')} />
      {all.length === 0 && <p className="empty">{say('home.noPlaces')}</p>}
      {all.length > 0 && (
        <>
          <label className="search">
            {say('places.search')}
            <input type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
          </label>
          <p className="count" role="status">
            {say('places.found', { n: shown.length })}
          </p>
          <Windowed
            items={shown}
            rowHeight={64}
            label={say('home.places')}
            row={({ list, item }) => (
              <button type="button" className="place" key={`${list}/${item.id}`} onClick={() => setChosen({ list, item })}>
                <b>{item.label}</b>
                <small>{stateOf(item)}</small>
              </button>
            )}
          />
        </>
      )}
    </>
  )
}
