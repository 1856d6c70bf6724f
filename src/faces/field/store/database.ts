/**
 * The phone's two stores. The outbox holds people's work: its shape only grows and nothing in it is thrown away without a receipt. The cache holds what the
 * office can send again. Writes to the outbox are strict: the browser answers only when the bytes are on the disk.
 *
 * Phones close the database under memory pressure; it is then opened again and the work repeated, once.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Locked, WrappedKey } from './sealing.ts'

interface Kept extends DBSchema {
  entries: { key: string; value: Locked }
  files: { key: string; value: Locked }
  /** Not secret: the wrapped key, counters. */
  plain: { key: string; value: WrappedKey | number | string }
}
export type StoreName = 'outbox' | 'cache'
type Table = 'entries' | 'files'
type Open = IDBPDatabase<Kept>

const version = 1
const opened = new Map<StoreName, Promise<Open>>()

function open(store: StoreName): Promise<Open> {
  const known = opened.get(store)
  if (known) return known
  const opening = openDB<Kept>(`capulana-${store}`, version, {
    upgrade: (database) => {
      for (const table of ['entries', 'files', 'plain'] as const) if (!database.objectStoreNames.contains(table)) database.createObjectStore(table)
    },
    terminated: () => opened.delete(store),
    blocking: (_, __, event) => {
      opened.delete(store)
      ;(event.target as IDBDatabase).close()
    },
  })
  opened.set(store, opening)
  opening.catch(() => opened.delete(store))
  return opening
}

const wasClosed = (error: unknown) => error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'AbortError')

/** Repeated after the system closed the connection; a full disk is not that, and is told. */
async function withStore<Result>(store: StoreName, work: (database: Open) => Promise<Result>): Promise<Result> {
  try {
    return await work(await open(store))
  } catch (error) {
    if (!wasClosed(error)) throw error
    opened.delete(store)
    return work(await open(store))
  }
}

const strict = { durability: 'strict' } as const

export type Change = { table: Table; key: string; value: Locked | null }

/** All or nothing; null removes. */
export const writeAll = (store: StoreName, changes: readonly Change[]): Promise<void> =>
  withStore(store, async (database) => {
    const writing = database.transaction(['entries', 'files'], 'readwrite', strict)
    // The transaction's own failure is the one that is told; what was written before it goes back with it.
    writing.done.catch(() => undefined)
    try {
      for (const { table, key, value } of changes) {
        const done = value ? writing.objectStore(table).put(value, key) : writing.objectStore(table).delete(key)
        done.catch(() => undefined)
      }
    } catch (error) {
      writing.abort()
      throw error
    }
    await writing.done
  })

export const readOne = (store: StoreName, table: Table, key: string): Promise<Locked | undefined> => withStore(store, (database) => database.get(table, key))

export const keysOf = (store: StoreName, table: Table): Promise<string[]> => withStore(store, (database) => database.getAllKeys(table))

export const readPlain = (store: StoreName, key: string) => withStore(store, (database) => database.get('plain', key))

export const writePlain = (store: StoreName, key: string, value: Kept['plain']['value'] | null): Promise<void> =>
  withStore(store, async (database) => {
    const writing = database.transaction('plain', 'readwrite', strict)
    const done = value === null ? writing.store.delete(key) : writing.store.put(value, key)
    done.catch(() => undefined)
    await writing.done
  })

/** The next number of a counter; two tabs never get the same one. */
export const countUp = (store: StoreName, key: string): Promise<number> =>
  withStore(store, async (database) => {
    const counting = database.transaction('plain', 'readwrite', strict)
    const next = Number((await counting.store.get(key)) ?? 0) + 1
    await counting.store.put(next, key)
    await counting.done
    return next
  })

/** The next number above what the office has already: a phone that was emptied goes on after it. */
export async function countPast(store: StoreName, key: string, last: number): Promise<number> {
  let next = await countUp(store, key)
  while (next <= last) next = await countUp(store, key)
  return next
}

export const emptyStore = (store: StoreName): Promise<void> =>
  withStore(store, async (database) => {
    const clearing = database.transaction(['entries', 'files', 'plain'], 'readwrite', strict)
    await Promise.all([clearing.objectStore('entries').clear(), clearing.objectStore('files').clear(), clearing.objectStore('plain').clear()])
    await clearing.done
  })

/** A full phone, told apart from a broken one: answers are saved before photos are refused. */
export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError'
