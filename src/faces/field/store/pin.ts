/**
 * The PIN opens two keys: one for the outbox, one for the cache. Ten wrong tries destroy the cache's key, so that a stolen phone gives away neither lists
 * nor the right to ask for more; the outbox is never destroyed, because somebody's work is in it and the office has no other copy.
 */
import { emptyStore, readPlain, type StoreName, writePlain } from './database.ts'
import { newDataKey, unwrapWithPin, type WrappedKey, wrapWithPin } from './sealing.ts'

const triesAllowed = 10
export const shortestPin = 4

export type Keys = { outbox: CryptoKey; cache: CryptoKey }
export type Opened = { keys: Keys } | { wrong: number } | { wiped: true }

const wrapOf = (store: StoreName) => readPlain(store, 'key') as Promise<WrappedKey | undefined>

export type LockState = 'new' | 'locked' | 'wiped'

/** `wiped`: the outbox is still there, the way to the office is not; the phone must be scanned in again. */
export async function lockState(): Promise<LockState> {
  if (await wrapOf('cache')) return 'locked'
  return (await wrapOf('outbox')) ? 'wiped' : 'new'
}

/** After a wipe the outbox keeps its own key and its own PIN, so the old PIN is asked again. */
export async function setPin(pin: string): Promise<Keys | null> {
  const kept = await wrapOf('outbox')
  const outbox = kept ? await unwrapWithPin(kept, pin) : await newDataKey()
  if (!outbox) return null
  const cache = await newDataKey()
  if (!kept) await writePlain('outbox', 'key', await wrapWithPin(outbox, pin))
  await writePlain('cache', 'key', await wrapWithPin(cache, pin))
  return { outbox, cache }
}

export async function openWithPin(pin: string): Promise<Opened> {
  const [outboxWrap, cacheWrap] = [await wrapOf('outbox'), await wrapOf('cache')]
  if (!outboxWrap || !cacheWrap) return { wiped: true }
  // Counted before the try: taking the battery out does not give the try back.
  const tries = Number((await readPlain('cache', 'tries')) ?? 0) + 1
  await writePlain('cache', 'tries', tries)
  const cache = await unwrapWithPin(cacheWrap, pin)
  const outbox = cache && (await unwrapWithPin(outboxWrap, pin))
  if (cache && outbox) {
    await writePlain('cache', 'tries', 0)
    return { keys: { outbox, cache } }
  }
  if (tries < triesAllowed) return { wrong: triesAllowed - tries }
  await emptyStore('cache')
  return { wiped: true }
}
