/**
 * Files by their content: the name is the SHA-256 of the bytes, so a file is stored once, never changes under its name, and a damaged one shows. A folder by
 * default; the interface is small enough for an object store.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type Files = {
  put(bytes: Uint8Array): Promise<{ sha256: string; bytes: number }>
  /** As `put`, from a stream that may be larger than memory. */
  take(content: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }>
  get(sha256: string): Promise<Buffer | null>
  /** How many bytes it has; null when it is not here whole. */
  size(sha256: string): Promise<number | null>
  path(sha256: string): string
}

export function filesIn(folder: string): Files {
  const path = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by 64 hexadecimal digits')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    path,
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const target = path(sha256)
      const known = await stat(target).catch(() => null)
      if (known?.size === bytes.byteLength) return { sha256, bytes: bytes.byteLength }
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
      // Written aside, forced to disk, then renamed: a power cut leaves the whole file or none.
      const aside = `${target}.${randomUUID()}`
      const handle = await open(aside, 'w')
      await handle.writeFile(bytes)
      await handle.sync()
      await handle.close()
      await rename(aside, target)
      return { sha256, bytes: bytes.byteLength }
    },
    async take(content) {
      await mkdir(folder, { recursive: true })
      const aside = join(folder, randomUUID())
      const handle = await open(aside, 'w')
      try {
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
        await handle.sync()
        const sha256 = hash.digest('hex')
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
        await rename(aside, path(sha256))
        return { sha256, bytes }
      } finally {
        await handle.close()
        // Nothing half remains, whether the disk was full or the sender went away.
        await rm(aside, { force: true })
      }
    },
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
