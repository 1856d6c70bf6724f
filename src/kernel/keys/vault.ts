/**
 * One key for each person and each sealed form, so that erasing somebody is destroying 32 bytes: what was closed with them is unreadable at once, here and in every
 * backup of the data. The keys lie in one file beside the keyring, never in the database. A key is on the disk before anything is closed with it. An old copy of
 * the vault still holds what was destroyed since; that is why the list of the erased is applied again at every start (settleVault.ts).
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { closeSync, constants, fdatasyncSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const VAULT_FILE = 'vault.keys'

/** state 1, id 16, key 32, blank 7, checksum 8: records divide the sectors of a disk, so that none is ever half old and half new. */
const RECORD = 64
const LIVE = 1
const DESTROYED = 2
const RECORDS_AT_ONCE = 16_384

/** Runs one deed at a time among all processes that share the file. */
export type Alone = <T>(deed: () => T) => Promise<T>

/** Closes texts of one record with its key. */
export type Closer = (text: string) => string

export type Vault = {
  /** New keys for records about to be written; on the disk when the promise is kept. */
  make(ids: readonly string[]): Promise<Map<string, Closer>>
  /** Closes another text of a record whose earlier `box` is known; null: its key is gone. */
  closeAgain(id: string, box: string, text: string): string | null
  /** Null: the key was destroyed, or this vault never had it. A box that was tampered with throws. */
  open(id: string, box: string): string | null
  /** How many keys were still alive. */
  destroy(ids: Iterable<string>): Promise<number>
  /** Every id that the file knows. */
  entries(): Generator<{ id: string; destroyed: boolean }>
  close(): void
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const checksum = (record: Buffer): Buffer => createHash('sha256').update(record.subarray(0, 49)).digest().subarray(0, 8)

function recordOf(state: number, id: Buffer, key: Buffer): Buffer {
  const record = Buffer.alloc(RECORD)
  record[0] = state
  id.copy(record, 1)
  key.copy(record, 17)
  checksum(record).copy(record, 56)
  return record
}

const isWhole = (record: Buffer): boolean => record.length === RECORD && record.subarray(56).equals(checksum(record))

/** Slot of the key, nonce, tag, text: the slot saves an index of a million ids in memory, and the id inside the record proves that it is the right one. */
function boxOf(key: Buffer, slot: number, id: string, text: string): string {
  const head = Buffer.alloc(7)
  head[0] = 1
  head.writeUIntBE(slot, 1, 6)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]).toString('base64')
}

function textOf(key: Buffer, id: string, box: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(7, 19)).setAAD(Buffer.from(id)).setAuthTag(box.subarray(19, 35))
  return Buffer.concat([decipher.update(box.subarray(35)), decipher.final()]).toString('utf8')
}

function openFile(file: string): number {
  const fd = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600)
  // Without this the file's name could be lost with the power, and every key in it.
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
  return fd
}

function readRecord(fd: number, slot: number): Buffer {
  const record = Buffer.alloc(RECORD)
  return record.subarray(0, readSync(fd, record, 0, RECORD, slot * RECORD))
}

/** Whole records with their slots, in large strides. */
function* recordsOf(fd: number): Generator<{ slot: number; record: Buffer }> {
  const stride = Buffer.alloc(RECORD * RECORDS_AT_ONCE)
  for (let from = 0; ; from += RECORDS_AT_ONCE) {
    const read = readSync(fd, stride, 0, stride.length, from * RECORD)
    for (let at = 0; at + RECORD <= read; at += RECORD) yield { slot: from + at / RECORD, record: stride.subarray(at, at + RECORD) }
    if (read < stride.length) return
  }
}

function writeWhole(fd: number, bytes: Buffer, at: number): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written, bytes.length - written, at + written)
}

type Wanted = { ids: readonly string[]; give: (made: Map<string, Closer>) => void; fail: (error: unknown) => void }

export function openVault(dataFolder: string, alone: Alone): Vault {
  const fd = openFile(join(dataFolder, VAULT_FILE))
  let waiting: Wanted[] = []

  /** All that wait share one write and one wait for the disk. */
  function append(wanted: readonly Wanted[]): Map<string, Closer>[] {
    // What a crash left half written at the end is overwritten.
    const first = Math.floor(fstatSync(fd).size / RECORD)
    const keys = wanted.flatMap(({ ids }) => ids.map((id) => ({ id, key: randomBytes(32) })))
    writeWhole(fd, Buffer.concat(keys.map(({ id, key }) => recordOf(LIVE, bytesOf(id), key))), first * RECORD)
    fdatasyncSync(fd)
    let at = 0
    return wanted.map(({ ids }) => {
      const made = ids.map((id): [string, Closer] => {
        const slot = first + at
        const { key } = keys[at++]!
        return [id, (text) => boxOf(key, slot, id, text)]
      })
      return new Map(made)
    })
  }

  async function flush(): Promise<void> {
    let taken: Wanted[] = []
    try {
      const made = await alone(() => {
        taken = waiting
        waiting = []
        return append(taken)
      })
      for (const [i, { give }] of taken.entries()) give(made[i]!)
    } catch (error) {
      for (const { fail } of taken.length > 0 ? taken : waiting.splice(0)) fail(error)
    }
  }

  /** The key of a box, read from the file each time: what another process has destroyed a moment ago is gone here too. */
  function keyFor(id: string, box: Buffer): { key: Buffer; slot: number } | null {
    const slot = box.readUIntBE(1, 6)
    const record = readRecord(fd, slot)
    const holds = isWhole(record) && record[0] === LIVE && record.subarray(1, 17).equals(bytesOf(id))
    return holds ? { key: record.subarray(17, 49), slot } : null
  }

  return {
    make: (ids) =>
      new Promise((give, fail) => {
        waiting.push({ ids, give, fail })
        if (waiting.length === 1) void flush()
      }),
    closeAgain(id, box, text) {
      const held = keyFor(id, Buffer.from(box, 'base64'))
      return held && boxOf(held.key, held.slot, id, text)
    },
    open(id, box) {
      const bytes = Buffer.from(box, 'base64')
      const held = keyFor(id, bytes)
      return held && textOf(held.key, id, bytes)
    },
    destroy: (ids) =>
      alone(() => {
        const wanted = new Set([...ids].map((id) => bytesOf(id).toString('hex')))
        let destroyed = 0
        for (const { slot, record } of wanted.size > 0 ? recordsOf(fd) : []) {
          const id = record.subarray(1, 17)
          if (record[0] === DESTROYED || !wanted.has(id.toString('hex'))) continue
          // On the very place of the key. A disk that keeps older copies of its sectors is beyond us; deployment asks for an encrypted one.
          writeWhole(fd, recordOf(DESTROYED, id, Buffer.alloc(32)), slot * RECORD)
          destroyed++
        }
        fdatasyncSync(fd)
        return destroyed
      }),
    *entries() {
      for (const { record } of recordsOf(fd)) if (isWhole(record)) yield { id: idOf(record.subarray(1, 17)), destroyed: record[0] === DESTROYED }
    },
    close: () => closeSync(fd),
  }
}
