/** The page's side of the service worker: what is on the phone already, fetch the rest, and take a new version over only when no form is open. */
import { useSyncExternalStore } from 'react'

export type Readiness = { version: string; bytesToCome: number; isReady: boolean }

let waiting: ServiceWorker | null = null
let isFormOpen = false
const listeners = new Set<() => void>()
const tell = () => {
  for (const heard of listeners) heard()
}

export function startWorker(): void {
  if (!('serviceWorker' in navigator)) return
  let hadController = navigator.serviceWorker.controller !== null
  // The first worker takes an open page over without a word; a later one means new code, which only a fresh page runs.
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadController && !isFormOpen) location.reload()
    hadController = true
  })
  void navigator.serviceWorker.register('/field/sw.js', { scope: '/field/', updateViaCache: 'none' }).then((registered) => {
    const look = () => {
      waiting = registered.waiting
      tell()
    }
    look()
    registered.addEventListener('updatefound', () => registered.installing?.addEventListener('statechange', look))
  })
}

export const setFormOpen = (open: boolean): void => {
  isFormOpen = open
}

const subscribe = (heard: () => void) => {
  listeners.add(heard)
  return () => listeners.delete(heard)
}
export const useUpdateWaiting = (): boolean => useSyncExternalStore(subscribe, () => waiting !== null)

/** Only from a screen without an open form; the page then loads anew. */
export const takeUpdate = (): void => waiting?.postMessage('take-over')

async function ask(question: 'readiness' | 'prepare'): Promise<Readiness | null> {
  if (!('serviceWorker' in navigator)) return null
  const { active } = await navigator.serviceWorker.ready
  if (!active) return null
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => answer((data as { done?: Readiness }).done ?? null)
    active.postMessage(question, [port2])
  })
}

export const appReadiness = () => ask('readiness')
export const prepareApp = () => ask('prepare')
