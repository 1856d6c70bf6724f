/** Five thousand places on a cheap phone: type some letters, accents do not matter, touch the one that is meant. */
import type { SelectNode } from '@getodk/xforms-engine'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Windowed } from '../../shell/Windowed.tsx'
import { useWords } from '../../usePhone.tsx'
import type { ControlIds } from '../Question.tsx'
import { useForm } from '../useForm.tsx'
import { choose, isSeveral } from './choose.ts'

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function SearchedList({ node, ids }: { node: SelectNode; ids: ControlIds }) {
  const { say } = useWords()
  const { root } = useForm()
  const [isOpen, setOpen] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  // Opened by a touch, in order to type.
  useEffect(() => {
    if (isOpen) search.current?.focus()
  }, [isOpen])
  const [sought, setSought] = useState('')
  const wanted = useDeferredValue(bare(sought))
  const { valueOptions, value } = node.currentState
  const tongue = root.currentState.activeLanguage.language
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels follow the form's language, which the options do not show
  const labelled = useMemo(
    () =>
      isOpen
        ? valueOptions.map((option) => {
            const label = option.label.asString
            return { value: option.value, label, key: bare(label) }
          })
        : [],
    [valueOptions, tongue, isOpen],
  )
  const found = useMemo(() => (wanted ? labelled.filter(({ key }) => key.includes(wanted)) : labelled), [labelled, wanted])
  const several = isSeveral(node)
  const pick = (option: string) => {
    choose(node, option, !value.includes(option))
    if (several) return
    setOpen(false)
    setSought('')
  }
  const chosen = value.map((each) => node.getValueOption(each)?.label.asString ?? each).join(', ')
  return (
    <fieldset className="searched" aria-labelledby={ids.label} aria-describedby={ids.describedBy}>
      <button type="button" className="chosen" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {chosen || say('form.chooseFrom', { n: valueOptions.length })}
      </button>
      {isOpen && (
        <>
          <label className="unseen" htmlFor={`${ids.input}-search`}>
            {say('form.search')}
          </label>
          <input
            id={`${ids.input}-search`}
            ref={search}
            type="search"
            placeholder={say('form.search')}
            autoComplete="off"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
          {found.length === 0 && (
            <p className="empty" role="status">
              {say('form.noneFound')}
            </p>
          )}
          <Windowed
            items={found}
            rowHeight={56}
            label={say('form.search')}
            row={(option) => (
              <button type="button" className="option" key={option.value} aria-pressed={value.includes(option.value)} onClick={() => pick(option.value)}>
                {option.label}
              </button>
            )}
          />
        </>
      )}
      {value.length > 0 && !several && !isOpen && (
        <button type="button" className="quiet" onClick={() => node.selectValue(null)}>
          {say('form.clear')}
        </button>
      )}
    </fieldset>
  )
}
