/** Reading a backup: opened, unpacked and held against its own signed list of contents, before anything is done with it. */
import { createHash, type KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Refusal, refuse } from '../refusal.ts'
import { Damaged, type Entry, entriesOf } from './archive.ts'
import { type KeptFile, MANIFEST, type Manifest, readManifest, SIGNATURE } from './manifest.ts'
import { type Opener, SEALED, unseal, WrongKey } from './sealed.ts'

export type BackupKeys = {
  /** The mission's public key, from somewhere else than the backup. Without it the backup is checked against damage only, not against forgery. */
  verifyKey?: KeyObject
  opener?: Opener
}

async function isSealed(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SEALED.length), 0, SEALED.length, 0)
    return bytesRead === SEALED.length && buffer.equals(SEALED)
  } finally {
    await handle.close()
  }
}

/** The entries of the archive, in order. Ends with an error of zlib, `Damaged` or `WrongKey` where the file is not what it should be. */
async function* entriesIn(file: string, opener: Opener | undefined): AsyncGenerator<Entry> {
  const sealed = await isSealed(file)
  if (sealed && !opener) throw new WrongKey('the backup is encrypted')
  const raw = createReadStream(file, { highWaterMark: 1 << 18 })
  const unpacked = createGunzip()
  // Errors arrive at the reader through the last stream; the callback only keeps them from being reported twice.
  if (sealed && opener)
    pipeline(
      raw,
      (source) => unseal(source as AsyncIterable<Buffer>, opener),
      unpacked,
      () => {},
    )
  else pipeline(raw, unpacked, () => {})
  try {
    yield* entriesOf(unpacked)
  } finally {
    raw.destroy()
    unpacked.destroy()
  }
}

/** Hands each entry to the reader, and turns what is wrong with the file into a refusal that says so. */
export async function readEntries(file: string, opener: Opener | undefined, each: (entry: Entry) => Promise<void>): Promise<Refusal | null> {
  try {
    for await (const entry of entriesIn(file, opener)) await each(entry)
    return null
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof WrongKey) return refuse('db.backup-wrong-key', { file })
    if (error instanceof Damaged || code?.startsWith('Z_')) return refuse('db.backup-damaged', { file, why: message })
    if (code === 'ENOENT' || code === 'EISDIR') return refuse('db.backup-not-found', { file })
    throw error
  }
}

async function contentOf(entry: Entry, most: number): Promise<Buffer> {
  if (entry.bytes > most) throw new Damaged(`${entry.path} is too large`)
  const pieces: Buffer[] = []
  for await (const piece of entry.body) pieces.push(piece)
  return Buffer.concat(pieces)
}

const LIST_BYTES = 512 * 2 ** 20

/** Reads everything once and writes nothing: the signature, that every listed file is there with its bytes, and that nothing else is. */
export async function inspect(file: string, { verifyKey, opener }: BackupKeys): Promise<Manifest | Refusal> {
  const found = new Map<string, KeptFile>()
  const own = new Map<string, Buffer>()
  const unreadable = await readEntries(file, opener, async (entry) => {
    if (entry.directory) return
    if (entry.path === MANIFEST || entry.path === SIGNATURE) return void own.set(entry.path, await contentOf(entry, LIST_BYTES))
    const hash = createHash('sha256')
    for await (const piece of entry.body) hash.update(piece)
    if (found.has(entry.path)) throw new Damaged(`${entry.path} is there twice`)
    found.set(entry.path, { path: entry.path, bytes: entry.bytes, sha256: hash.digest('hex') })
  })
  if (unreadable) return unreadable
  const text = own.get(MANIFEST)
  const signature = own.get(SIGNATURE)
  if (!text || !signature) return refuse('db.backup-damaged', { file, why: 'the signed list of contents is missing' })
  return held(file, found, text, signature, verifyKey)
}

function held(file: string, found: Map<string, KeptFile>, text: Buffer, signature: Buffer, verifyKey: KeyObject | undefined): Manifest | Refusal {
  try {
    const read = readManifest(text, signature, verifyKey)
    if (read.signature === 'other-key') return refuse('db.backup-other-signer', { file })
    if (read.signature === 'invalid') return refuse('db.backup-signature-invalid', { file })
    const wrong = read.manifest.files.filter(({ path, bytes, sha256 }) => found.get(path)?.sha256 !== sha256 || found.get(path)?.bytes !== bytes)
    if (wrong.length) return refuse('db.backup-damaged', { file, why: `${wrong.length} files differ from the signed list, first ${wrong[0]!.path}` })
    if (found.size !== read.manifest.files.length) return refuse('db.backup-damaged', { file, why: 'it holds files that are not in the signed list' })
    return read.manifest
  } catch (error) {
    if (error instanceof Damaged) return refuse('db.backup-damaged', { file, why: error.message })
    throw error
  }
}
