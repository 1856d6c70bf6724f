/** A store as the app uses it: values by name, locked on the way in, unlocked on the way out. */
import { type Change, keysOf, readOne, type StoreName, writeAll } from './database.ts'
import { lock, unlock } from './sealing.ts'

export type Writing = { key: string; value: unknown } | { key: string; bytes: Uint8Array<ArrayBuffer> } | { key: string; remove: 'value' | 'bytes' }

export type LockedStore = ReturnType<typeof lockedStore>

const tableOf = (writing: Writing) => ('bytes' in writing || ('remove' in writing && writing.remove === 'bytes') ? 'files' : 'entries')

export function lockedStore(store: StoreName, key: CryptoKey) {
  const nameOf = (table: string, at: string) => `${store}/${table}/${at}`
  async function change(writing: Writing): Promise<Change> {
    const table = tableOf(writing)
    if ('remove' in writing) return { table, key: writing.key, value: null }
    const bytes = 'bytes' in writing ? writing.bytes : new TextEncoder().encode(JSON.stringify(writing.value))
    return { table, key: writing.key, value: await lock(key, nameOf(table, writing.key), bytes) }
  }
  const read = async (table: 'entries' | 'files', at: string) => {
    const found = await readOne(store, table, at)
    return found ? unlock(key, nameOf(table, at), found) : null
  }
  return {
    /** Encrypted first, written together afterwards: a transaction does not wait for cryptography. */
    write: async (...writings: Writing[]) => writeAll(store, await Promise.all(writings.map(change))),
    async value<Value>(at: string): Promise<Value | null> {
      const bytes = await read('entries', at)
      return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Value) : null
    },
    bytes: (at: string) => read('files', at),
    names: (start: string) => keysOf(store, 'entries').then((keys) => keys.filter((name) => name.startsWith(start))),
  }
}
