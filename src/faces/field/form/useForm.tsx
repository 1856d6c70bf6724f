/** The open form, wherever a question needs it. */
import type { RootNode } from '@getodk/xforms-engine'
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PeopleHints } from '../hints/peopleHints.ts'
import type { Guidance } from './guidance.ts'
import type { LiveForm } from './live.ts'

export type FormInHand = {
  root: RootNode
  live: LiveForm
  media: (fileName: string) => Promise<Blob | null>
  guidance: Guidance
  /** Null: the form registers nobody, or the lists are still being read. */
  hints: PeopleHints | null
  isReadOnly: boolean
  /** No room for photos any more. */
  isFull: boolean
  /** Errors show once somebody tried to leave the page. */
  isAsked: boolean
  next: () => void
}

export const FormContext = createContext<FormInHand | null>(null)

export function useForm(): FormInHand {
  const form = useContext(FormContext)
  if (!form) throw new Error('used outside a form')
  return form
}

export const useVersion = (live: LiveForm): number => useSyncExternalStore(live.subscribe, live.version)

/** Long enough that typing a number does not compute the whole form at each key, short enough that nobody waits for it. */
const typingPause = 150

/** What is typed shows at once; the engine hears it after a short pause, on leaving the field, and before anything is saved. */
export function useTyped(shown: string, give: (text: string) => void) {
  const { live } = useForm()
  const [text, setText] = useState(shown)
  const held = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const lastShown = useRef(shown)
  const giving = useRef(give)
  giving.current = give
  // A value that changed from elsewhere (computed, same as above) replaces what stood there, but never under somebody's fingers.
  if (lastShown.current !== shown) {
    lastShown.current = shown
    if (!held.current && text !== shown) setText(shown)
  }
  const [flush] = useState(() => () => {
    if (!held.current) return
    clearTimeout(held.current.timer)
    const typed = held.current.text
    held.current = null
    giving.current(typed)
  })
  useEffect(() => {
    const forget = live.onFlush(flush)
    return () => {
      flush()
      forget()
    }
  }, [live, flush])
  const type = (next: string) => {
    setText(next)
    if (held.current) clearTimeout(held.current.timer)
    held.current = { text: next, timer: setTimeout(flush, typingPause) }
  }
  return { text, type, flush }
}
