/**
 * Everything without a mouse: `/` search, `?` help, `g` and a letter to a place of work, `j` `k` through rows. Screens add their own keys, and the help sheet
 * shows those of the screen that is open.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react'

export type ScreenKey = { keys: string; words: string; act: () => void }

let screens: readonly (readonly ScreenKey[])[] = []
const listeners = new Set<() => void>()
const changed = (next: readonly (readonly ScreenKey[])[]) => {
  screens = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useScreenKeys = () => useSyncExternalStore(subscribe, () => screens).flat()

/** Keys of the screen that is open; they end with it. */
export function useKeys(keys: readonly ScreenKey[]) {
  const latest = useRef(keys)
  latest.current = keys
  const shape = JSON.stringify(keys.map(({ keys: strokes, words }) => ({ keys: strokes, words })))
  useEffect(() => {
    const told = JSON.parse(shape) as { keys: string; words: string }[]
    const mine = told.map((key, i) => ({ ...key, act: () => latest.current[i]?.act() }))
    changed([...screens, mine])
    return () => changed(screens.filter((others) => others !== mine))
  }, [shape])
}

const typing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function moveThroughRows(step: number) {
  const scope = document.querySelector('[role=dialog]') ?? document.querySelector('main')
  const rows = [...(scope?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  if (rows.length === 0) return
  const current = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement))
  const next = current < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, current + step))
  rows[next]!.focus()
  rows[next]!.scrollIntoView({ block: 'nearest' })
}

/** One listener for the whole desk. Two-stroke keys such as `g r` wait one second for their second letter. */
export function useKeyboard(everywhere: readonly ScreenKey[]) {
  const latest = useRef(everywhere)
  latest.current = everywhere
  useEffect(() => {
    let first = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      const inDialog = document.querySelector('[role=dialog]') !== null
      if (event.key === 'j' || event.key === 'k') {
        event.preventDefault()
        return moveThroughRows(event.key === 'j' ? 1 : -1)
      }
      if (inDialog) return
      const stroke = first ? `${first} ${event.key}` : event.key
      first = ''
      const known = [...latest.current, ...screens.flat()]
      const found = known.find(({ keys }) => keys === stroke)
      if (found) {
        event.preventDefault()
        return found.act()
      }
      if (known.some(({ keys }) => keys.startsWith(`${event.key} `))) {
        first = event.key
        clearTimeout(timer)
        timer = setTimeout(() => {
          first = ''
        }, 1000)
      }
    }
    document.addEventListener('keydown', pressed)
    return () => {
      document.removeEventListener('keydown', pressed)
      clearTimeout(timer)
    }
  }, [])
}
