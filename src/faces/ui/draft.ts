/** What somebody types is kept on this computer within a second, and comes back after a closed dialog, a lost tab or a power cut. */
import { useCallback, useState } from 'react'

const prefix = 'capulana.draft.'

function kept<T extends object>(name: string, initial: T): T {
  try {
    return { ...initial, ...(JSON.parse(localStorage.getItem(prefix + name) ?? '{}') as Partial<T>) }
  } catch {
    return initial
  }
}

export type Draft<T> = { value: T; set: (change: Partial<T>) => void; forget: () => void; keptHere: boolean }

export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const [value, write] = useState(() => kept(name, initial))
  const [keptHere, setKeptHere] = useState(() => localStorage.getItem(prefix + name) !== null)
  const set = useCallback(
    (change: Partial<T>) =>
      write((before) => {
        const after = { ...before, ...change }
        localStorage.setItem(prefix + name, JSON.stringify(after))
        setKeptHere(true)
        return after
      }),
    [name],
  )
  const forget = useCallback(() => {
    localStorage.removeItem(prefix + name)
    setKeptHere(false)
  }, [name])
  return { value, set, forget, keptHere }
}

/** On signing out nothing of mine stays behind on a shared computer. */
export function forgetAllDrafts() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
}
