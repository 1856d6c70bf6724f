/**
 * Files over slow lines: bytes from where the last piece ended, until the hash holds. What has come lies beside the finished files under its own name; only a
 * whole file with the right hash is put in place. A piece that was cut is cut here too: the offset is what the disk holds, not what was promised.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { act, isRefused, type Refused, refused } from '../db/transaction.ts'
import { onBehalfOf } from '../forms/arrival.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'

const largest = 2 * 1024 * 1024 * 1024 - 1

const comingOf = (house: House, sha256: string) => `${house.files.path(sha256)}.coming`
const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0

export type BlobState = { offset: number; length: number | null; whole: boolean }

// One writer for one file: a phone that tries again while its cut request still hangs would write into its own piece.
const writing = new Set<string>()

export async function blobState(house: House, actor: Actor, sha256: string): Promise<BlobState | null> {
  const whole = await house.files.size(sha256)
  if (whole !== null) return { offset: whole, length: whole, whole: true }
  const known = await act(house.doors, onBehalfOf(actor), (db) => db.one<{ bytes: number }>(sql`select bytes from kernel.blob where sha256 = ${sha256}`))
  if (!known || 'refused' in known) return null
  const offset = await sizeOf(comingOf(house, sha256))
  // A server that died between the last byte and the file's name left all of it here: the phone has nothing more to send, so the end is made now.
  if (offset > 0 && offset >= known.bytes && !writing.has(sha256)) {
    const made = await alone(sha256, () => putInPlace(house, actor, sha256, known.bytes))
    return isRefused(made) ? { offset: 0, length: known.bytes, whole: false } : { offset: known.bytes, length: known.bytes, whole: true }
  }
  return { offset, length: known.bytes, whole: false }
}

async function alone<Answer>(sha256: string, work: () => Promise<Answer>): Promise<Answer> {
  writing.add(sha256)
  try {
    return await work()
  } finally {
    writing.delete(sha256)
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

export type Piece = { sha256: string; offset: number; length: number; content: Readable }

export async function takePiece(house: House, actor: Actor, piece: Piece): Promise<{ offset: number; whole: boolean } | Refused> {
  const { sha256, length } = piece
  if (length > largest) return refused(refuse('http.too-large', { limit: '2 GB' }))
  const state = await blobState(house, actor, sha256)
  if (state?.whole) return { offset: state.offset, whole: true }
  const at = state?.offset ?? 0
  if (writing.has(sha256) || piece.offset !== at || (state && state.length !== length)) return refused(refuse('forms.blob-offset', { offset: at }))
  return alone(sha256, () => append(house, actor, piece, state !== null))
}

/** A disk that is nearly full takes a part without complaint, and complains of the rest. */
async function writeWhole(handle: FileHandle, bytes: Buffer, position: number): Promise<null> {
  for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten
  return null
}

/** Where it ends then. A line that broke in the middle of a piece is no accident: what came is kept, the phone goes on from there. */
async function writeFrom(handle: FileHandle, content: AsyncIterable<Buffer>, offset: number, length: number): Promise<number> {
  let end = offset
  let full: Error | null = null
  try {
    // Read to its end even when the disk is full, as a request that is left half read would hang.
    for await (const bytes of content) {
      const fits = bytes.subarray(0, length - end)
      full ??= await writeWhole(handle, fits, end).catch((error: Error) => error)
      if (!full) end += fits.length
    }
  } catch {}
  if (full) throw full
  return end
}

const remember = (house: House, actor: Actor, { sha256, length, whole }: { sha256: string; length: number; whole: boolean }) =>
  act(house.doors, onBehalfOf(actor), async (db) => {
    await db.run(sql`
      insert into kernel.blob (sha256, bytes, device) values (${sha256}, ${length}, ${actor.device ?? null})
      on conflict (sha256) do update set touched_at = now(), bytes = excluded.bytes, whole_at = case when ${whole}::boolean then coalesce(kernel.blob.whole_at, now()) end`)
    return 'remembered'
  })

/** All bytes have come: under their own name if they give the promised hash, otherwise away with them. */
async function putInPlace(house: House, actor: Actor, sha256: string, length: number): Promise<{ offset: number; whole: boolean } | Refused> {
  const path = comingOf(house, sha256)
  if ((await hashOf(path)) !== sha256) {
    await rm(path, { force: true })
    return refused(refuse('forms.blob-damaged'))
  }
  await house.files.adopt(path, sha256)
  await remember(house, actor, { sha256, length, whole: true })
  return { offset: length, whole: true }
}

async function append(
  house: House,
  actor: Actor,
  { sha256, offset, length, content }: Piece,
  known: boolean,
): Promise<{ offset: number; whole: boolean } | Refused> {
  const path = comingOf(house, sha256)
  if (!known) await remember(house, actor, { sha256, length, whole: false })
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, offset === 0 ? 'w' : 'r+')
  let end = offset
  try {
    end = await writeFrom(handle, content, offset, length)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return end < length ? { offset: end, whole: false } : putInPlace(house, actor, sha256, length)
}
