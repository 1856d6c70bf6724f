/** Finding a place by name, former name or code: type, choose with the arrows, Enter. The same box serves forms and the search of the whole desk. */
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react'
import { useUiWords } from './words.ts'

export type PlaceHit = { id: string; pcode: string; name: string; kind: string; level: number; parentName: string | null }

type Given = {
  search: (typed: string) => Promise<PlaceHit[]>
  onChoose: (place: PlaceHit) => void
  label: string
  hideLabel?: boolean
  placeholder?: string
  leftSection?: ReactNode
  inputRef?: Ref<HTMLInputElement>
}

export function PlacePicker({ search, onChoose, label, hideLabel, placeholder, leftSection, inputRef }: Given) {
  const { say } = useUiWords()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const id = useId()
  const { data: found } = useQuery({ queryKey: ['places', 'search', asked], queryFn: () => search(asked), enabled: asked.length >= 2, staleTime: 60_000 })
  const shown = open && asked.length >= 2 ? found : undefined
  const choose = (place: PlaceHit | undefined) => {
    if (!place) return
    onChoose(place)
    setTyped('')
    setOpen(false)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return setOpen(false)
    if (!shown?.length) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return choose(shown[active])
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    setActive((active + step + shown.length) % shown.length)
  }
  return (
    <div className="picker">
      <TextInput
        ref={inputRef}
        label={hideLabel ? undefined : label}
        aria-label={hideLabel ? label : undefined}
        placeholder={placeholder}
        leftSection={leftSection}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setOpen(true)
          setActive(0)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={pressed}
        role="combobox"
        aria-expanded={Boolean(shown?.length)}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown?.length ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
      />
      <div className="unseen" role="status">
        {shown && (shown.length > 0 ? say('placesFound', { n: shown.length }) : say('noPlaceFound'))}
      </div>
      {shown && (
        <div className="picker-list" id={`${id}-list`} role="listbox" aria-label={label}>
          {shown.length === 0 && <div className="picker-none">{say('noPlaceFound')}</div>}
          {shown.map((place, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the box that owns this list
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box; aria-activedescendant names the choice
            <div
              key={place.id}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === active}
              className="picker-option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(place)}
            >
              <span>
                {place.name} {place.parentName && <span className="quiet">· {place.parentName}</span>}
              </span>
              <code>{place.pcode}</code>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
