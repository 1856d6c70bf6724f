/**
 * The memory of a simulated phone: what a browser's database keeps, as plain values. Each write is whole or absent. A fuse stops the phone between two deeds,
 * as an empty battery does; a copy of the memory is the phone's older backup.
 */
import type { LockedStore, Writing } from '../../src/faces/field/store/locked.ts'
import { type PhoneOutbox, phoneOutbox } from '../../src/faces/field/store/outboxStore.ts'

export class PowerCut extends Error {}

/** Deeds that are left before the power goes; null: it holds. */
export type Fuse = { left: number | null }

export function burn(fuse: Fuse): void {
  if (fuse.left === null) return
  if (fuse.left <= 0) throw new PowerCut('the phone is off')
  fuse.left -= 1
}

export type Memory = { kept: Map<string, string | Uint8Array<ArrayBuffer>>; counter: number; epoch: string | null }

export const emptyMemory = (): Memory => ({ kept: new Map(), counter: 0, epoch: null })
export const copyOf = ({ kept, counter, epoch }: Memory): Memory => ({ kept: new Map(kept), counter, epoch })

function storeIn(memory: Memory, fuse: Fuse): LockedStore {
  const write = (writing: Writing) => {
    if ('remove' in writing) memory.kept.delete(`${writing.remove}/${writing.key}`)
    else if ('bytes' in writing) memory.kept.set(`bytes/${writing.key}`, writing.bytes)
    else memory.kept.set(`value/${writing.key}`, JSON.stringify(writing.value))
  }
  return {
    async write(...writings) {
      burn(fuse)
      writings.forEach(write)
    },
    async value<Value>(at: string) {
      const known = memory.kept.get(`value/${at}`)
      return typeof known === 'string' ? (JSON.parse(known) as Value) : null
    },
    async bytes(at) {
      const known = memory.kept.get(`bytes/${at}`)
      return known instanceof Uint8Array ? known : null
    },
    async names(start) {
      return [...memory.kept.keys()].filter((key) => key.startsWith(`value/${start}`)).map((key) => key.slice('value/'.length))
    },
  }
}

/** The app's own outbox over such a memory. */
export const outboxIn = (memory: Memory, fuse: Fuse): PhoneOutbox => ({
  ...phoneOutbox(storeIn(memory, fuse)),
  async nextSeq() {
    burn(fuse)
    return ++memory.counter
  },
  announcedSeq: async () => memory.counter,
})
