/** On a phone a strip of tabs is wider than the screen; the open one comes into sight. */
import { type RefObject, useEffect, useRef } from 'react'

/** `at`: what changes when another tab is open, or when the strip is drawn at all. */
export function useOpenTab(at: unknown): RefObject<HTMLElement | null> {
  const strip = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the strip is looked at again whenever another tab opens
  useEffect(() => {
    strip.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])
  return strip
}
