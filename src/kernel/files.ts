/**
 * Files by their content: the name is the SHA-256 of the bytes, so a file is stored once, never changes under its name, and a damaged one shows. A folder by
 * default; the interface is small enough for an object store.
 */
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type Files = {
  put(bytes: Uint8Array): Promise<{ sha256: string; bytes: number }>
  /** As `put`, from a stream that may be larger than memory. */
  take(content: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }>
  /** Puts in place what was written beside and forced to disk already. */
  adopt(path: string, sha256: string): Promise<void>
  get(sha256: string): Promise<Buffer | null>
  /** How many bytes it has; null when it is not here whole. */
  size(sha256: string): Promise<number | null>
  path(sha256: string): string
}

/** A new name is safe from a power cut only when its folder was forced to disk too. Systems that cannot open a folder keep names by themselves. */
async function forceNames(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync()
  await handle?.close()
}

export function filesIn(folder: string): Files {
  const path = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by 64 hexadecimal digits')
    return join(folder, sha256.slice(0, 2), sha256)
  }

  async function adopt(from: string, sha256: string): Promise<void> {
    const target = path(sha256)
    const made = await mkdir(dirname(target), { recursive: true })
    await rename(from, target)
    await forceNames(dirname(target))
    if (made) await forceNames(folder)
  }

  /** Written aside, forced to disk, then renamed: a power cut or a full disk leaves the whole file or nothing of it. */
  async function writeAside(write: (handle: FileHandle) => Promise<{ sha256: string; bytes: number }>): Promise<{ sha256: string; bytes: number }> {
    await mkdir(folder, { recursive: true })
    const aside = join(folder, randomUUID())
    const handle = await open(aside, 'w')
    try {
      const written = await write(handle)
      await handle.sync()
      await adopt(aside, written.sha256)
      return written
    } finally {
      await handle.close()
      await rm(aside, { force: true })
    }
  }

  return {
    path,
    adopt,
    async put(bytes) {
      const kept = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength }
      const known = await stat(path(kept.sha256)).catch(() => null)
      if (known?.size === kept.bytes) return kept
      return writeAside(async (handle) => {
        await handle.writeFile(bytes)
        return kept
      })
    },
    take: (content) =>
      writeAside(async (handle) => {
        const hash = createHash('sha256')
        let bytes = 0
        let failed: unknown = null
        // Read to its end even when the disk is full: a stream that is left half read would hold its whole request.
        for await (const piece of content) {
          if (failed) continue
          hash.update(piece)
          bytes += piece.byteLength
          await handle.writeFile(piece).catch((error: unknown) => {
            failed = error
          })
        }
        if (failed) throw failed
        return { sha256: hash.digest('hex'), bytes }
      }),
    async size(sha256) {
      const known = await stat(path(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return known?.size ?? null
    },
    async get(sha256) {
      return readFile(path(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
    },
  }
}
