/** The outbox on this phone: entries, what belongs to them, and the counter that numbers finished forms so that a missing one is noticed at the office. */
import type { Entry, Payload } from '../outbox/entry.ts'
import type { OutboxStore } from '../outbox/network.ts'
import { countUp, readPlain } from './database.ts'
import type { LockedStore, Writing } from './locked.ts'

/** `xml` is empty until the form was opened once; `chosen`: the item of a list that the form was begun from. */
export type Draft = { xml: string; page: number; language: string | null; chosen: string | null }
export type DraftFile = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }
export type Forgotten = { count: number; last: string | null }

export type PhoneOutbox = ReturnType<typeof phoneOutbox>

const entryAt = (id: string) => `entry:${id}`
const payloadAt = (id: string) => `payload:${id}`
const fileAt = (id: string, name: string) => `${id}/${name}`

export function phoneOutbox(store: LockedStore) {
  const fileWrites = (id: string, files: readonly DraftFile[]): Writing[] => files.map(({ name, bytes }) => ({ key: fileAt(id, name), bytes }))
  const goneFiles = (id: string, before: readonly { name: string }[], kept: readonly { name: string }[]): Writing[] =>
    before.filter(({ name }) => !kept.some((file) => file.name === name)).map(({ name }) => ({ key: fileAt(id, name), remove: 'bytes' }))
  return {
    async all(): Promise<Entry[]> {
      const entries = await Promise.all((await store.names('entry:')).map((name) => store.value<Entry>(name)))
      return entries.filter((entry) => entry !== null)
    },
    entry: (id: string) => store.value<Entry>(entryAt(id)),
    payload: (id: string) => store.value<Payload>(payloadAt(id)),
    draft: (id: string) => store.value<Draft>(payloadAt(id)),
    file: (id: string, name: string) => store.bytes(fileAt(id, name)),
    put: (entry: Entry) => store.write({ key: entryAt(entry.instanceId), value: entry }),
    /** Only files that are new are written; a photo once saved does not cost its bytes with each answer. */
    saveDraft: (entry: Entry, draft: Draft, news: readonly DraftFile[], before: readonly { name: string }[]) =>
      store.write(
        ...fileWrites(entry.instanceId, news),
        ...goneFiles(entry.instanceId, before, entry.files),
        { key: payloadAt(entry.instanceId), value: draft },
        { key: entryAt(entry.instanceId), value: entry },
      ),
    finish: (entry: Entry, payload: Payload, files: readonly DraftFile[], before: readonly { name: string }[]) =>
      store.write(
        ...fileWrites(entry.instanceId, files),
        ...goneFiles(entry.instanceId, before, entry.files),
        { key: payloadAt(entry.instanceId), value: payload },
        { key: entryAt(entry.instanceId), value: entry },
      ),
    async forget(entry: Entry): Promise<void> {
      const kept = (await store.value<Forgotten>('forgotten')) ?? { count: 0, last: null }
      const isReceived = entry.phase === 'received'
      const last = isReceived && (!kept.last || (entry.receiptAt ?? '') > kept.last) ? entry.receiptAt : kept.last
      await store.write(
        ...entry.files.map(({ name }): Writing => ({ key: fileAt(entry.instanceId, name), remove: 'bytes' })),
        { key: payloadAt(entry.instanceId), remove: 'value' },
        { key: entryAt(entry.instanceId), remove: 'value' },
        { key: 'forgotten', value: { count: kept.count + Number(isReceived), last } },
      )
    },
    forgotten: async (): Promise<Forgotten> => (await store.value<Forgotten>('forgotten')) ?? { count: 0, last: null },
    nextSeq: () => countUp('outbox', 'device-seq'),
    announcedSeq: async () => Number((await readPlain('outbox', 'device-seq')) ?? 0),
  } satisfies OutboxStore & Record<string, unknown>
}
