/** Where I am, in the address behind the #: the button "back" of the phone works, and nothing personal stands in it. */
import { useSyncExternalStore } from 'react'

const subscribe = (heard: () => void) => {
  addEventListener('hashchange', heard)
  return () => removeEventListener('hashchange', heard)
}

export function useRoute(): { screen: string; rest: string } {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const [, screen = '', rest = ''] = /^#\/([a-z]*)\/?(.*)$/.exec(hash) ?? []
  return { screen, rest: decodeURIComponent(rest) }
}

export const goTo = (screen: string, rest = ''): void => {
  location.hash = `#/${screen}${rest ? `/${encodeURIComponent(rest)}` : ''}`
}

/** Without leaving a step behind: what was finished is not gone back to. */
export const goInstead = (screen: string): void => {
  history.replaceState(null, '', `#/${screen}`)
  dispatchEvent(new HashChangeEvent('hashchange'))
}
